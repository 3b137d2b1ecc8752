"""What is read of an open mirror, whoever asks: the command line or a browser. Nothing here knows of Django."""
