"""How to give: what a VietQR code holds, and its drawing."""
