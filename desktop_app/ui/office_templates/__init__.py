"""«Mẫu Word của cơ quan»: kept, looked over, and used for papers."""
