"""What the mouse does while a mask is under repair: one class per tool."""
