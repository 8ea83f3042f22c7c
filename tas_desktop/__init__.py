"""TAS Desktop: annotate referring expressions with ranked mask proposals."""

__version__ = "0.1.0"
