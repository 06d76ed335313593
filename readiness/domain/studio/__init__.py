"""What one can do to a questionnaire that is being written: pure steps from one draft to the next."""
