"""Treaties, what States did about them, and how they stand to them."""
