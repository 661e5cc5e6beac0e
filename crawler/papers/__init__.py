"""Papers: the files that offices keep (PDF, DOCX, DOC, RTF, ODT, pictures), as text with the way back to page and place on it."""
