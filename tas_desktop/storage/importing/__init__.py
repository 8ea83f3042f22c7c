"""Writing what comes from files: by the hundred thousand, in one transaction, taken back as one step."""
