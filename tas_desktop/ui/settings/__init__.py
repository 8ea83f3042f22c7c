"""The settings dialog, made from the table in ``config/setting_rows.py``, and what a setting changes."""
