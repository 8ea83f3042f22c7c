"""The bar of tools while a mask is under repair."""
