"""What flows: frozen values that do no input or output."""
