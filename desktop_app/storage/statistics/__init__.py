"""What is counted, asked of the file in as few queries as a year needs."""
