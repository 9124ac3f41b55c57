"""Lists from outside taken into the file: «Nhập danh sách…», and letters put right everywhere."""
