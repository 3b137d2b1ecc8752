"""A composed report set as an official document, by GB/T 9704-2012: the web page, the Word file, the PDF."""
