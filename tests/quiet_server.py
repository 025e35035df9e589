"""A server of files for browsers, which go away whenever they like."""

import http.server
import sys
from typing import Any


class QuietServer(http.server.ThreadingHTTPServer):
    """Answers each request in a thread of its own; says nothing of browsers that left meanwhile."""

    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)
