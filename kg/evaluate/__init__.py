"""How often the reading is right: answers compared with annotated documents, field by field."""
