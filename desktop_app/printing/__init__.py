"""From blocks to ink: PDF, Word and pictures of pages."""
