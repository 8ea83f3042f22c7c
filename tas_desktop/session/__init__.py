"""What the annotator is doing now: view-models, the Enter rules and the job lanes, without widgets."""
