"""Dialogs through which datasets leave a project and come into one."""
