"""Answers and asks over TCP, UDP and SCTP in one network namespace; JSON lines in, JSON lines out. Started by prober.ts.

TCP and UDP are the kernel's sockets. The kernel has no SCTP, so an association's first exchange (INIT, INIT ACK: RFC 9260 section 5.1) is
spoken over a raw socket: it is what a policy lets through or not, and conntrack sees the packets as any.
"""
import json
import selectors
import socket
import struct
import sys
import time

config = json.loads(sys.argv[1])
name = config["name"].encode()
selector = selectors.DefaultSelector()
sctp_ports = set()
pending = {}  # id -> Probe list
waiting_sctp = {}  # (address, port, source port) -> Probe
next_source = [20000]

crc_table = []
for index in range(256):
    value = index
    for _ in range(8):
        value = (value >> 1) ^ (0x82F63B78 if value & 1 else 0)
    crc_table.append(value)


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = (crc >> 8) ^ crc_table[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF


def sctp_packet(source, target, tag, chunk_type):
    # INIT and INIT ACK: initiate tag, window, one stream each way, initial TSN.
    body = struct.pack("!IIHHI", 0x01020304, 65536, 1, 1, 1)
    if chunk_type == 2:
        body += struct.pack("!HH", 7, 8) + b"none"  # State Cookie
    chunk = struct.pack("!BBH", chunk_type, 0, 4 + len(body)) + body
    head = struct.pack("!HHII", source, target, tag, 0)
    checksum = struct.pack("<I", crc32c(head + chunk))
    return struct.pack("!HHI", source, target, tag) + checksum + chunk


raw = {
    "ipv4": socket.socket(socket.AF_INET, socket.SOCK_RAW, 132),
    "ipv6": socket.socket(socket.AF_INET6, socket.SOCK_RAW, 132),
}


def on_sctp(sock, family):
    data, peer = sock.recvfrom(4096)
    if family == "ipv4":
        data = data[(data[0] & 15) * 4 :]
    if len(data) < 16:
        return
    source, target = struct.unpack("!HH", data[:4])
    kind = data[12]
    if kind == 1 and target in sctp_ports:
        tag = struct.unpack("!I", data[16:20])[0]
        send_to = (peer[0], 0) if family == "ipv4" else (peer[0], 0, 0, peer[3])
        sock.sendto(sctp_packet(target, source, tag, 2), send_to)
    elif kind == 2:
        probe = waiting_sctp.pop((peer[0], source, target), None)
        if probe:
            probe.done(True)


def listen(protocol, port):
    if protocol == "SCTP":
        sctp_ports.add(port)
        return
    kind = socket.SOCK_STREAM if protocol == "TCP" else socket.SOCK_DGRAM
    # One socket per family: a UDP answer must leave from the address that was asked.
    for family, any_address in ((socket.AF_INET, "0.0.0.0"), (socket.AF_INET6, "::")):
        sock = socket.socket(family, kind)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        sock.bind((any_address, port))
        sock.setblocking(False)
        if protocol == "TCP":
            sock.listen(512)
            selector.register(sock, selectors.EVENT_READ, lambda sock=sock: accept(sock))
        else:
            selector.register(sock, selectors.EVENT_READ, lambda sock=sock: echo(sock))


def accept(sock):
    try:
        connection, _ = sock.accept()
        connection.sendall(name)
        connection.close()
    except OSError:
        pass


def echo(sock):
    try:
        _, peer = sock.recvfrom(64)
        sock.sendto(name, peer)
    except OSError:
        pass


class Probe:
    def __init__(self, group, index, spec):
        self.group, self.index, self.spec = group, index, spec
        self.sock = None
        self.attempt = 0
        self.start()

    def start(self):
        protocol, address, port = self.spec["protocol"], self.spec["address"], self.spec["port"]
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        try:
            if protocol == "SCTP":
                next_source[0] = 20000 + (next_source[0] - 19999) % 40000
                self.key = (address, port, next_source[0])
                waiting_sctp[self.key] = self
                target = (address, 0) if family == socket.AF_INET else (address, 0, 0, 0)
                raw["ipv4" if family == socket.AF_INET else "ipv6"].sendto(sctp_packet(self.key[2], port, 0, 1), target)
                return
            self.sock = socket.socket(family, socket.SOCK_STREAM if protocol == "TCP" else socket.SOCK_DGRAM)
            self.sock.setblocking(False)
            if protocol == "TCP":
                self.sock.connect_ex((address, port))
            else:
                self.sock.connect((address, port))
                self.sock.send(b"?")
            selector.register(self.sock, selectors.EVENT_READ, self.readable)
        except OSError:
            self.close()

    def readable(self):
        try:
            data = self.sock.recv(64)
        except OSError:
            data = b""
        if data:
            self.done(True)
        else:
            self.close()  # refused or reset: not reached

    def close(self):
        if self.spec["protocol"] == "SCTP":
            waiting_sctp.pop(getattr(self, "key", None), None)
        elif self.sock:
            try:
                selector.unregister(self.sock)
            except (KeyError, ValueError):
                pass
            self.sock.close()
            self.sock = None

    def done(self, reached):
        self.close()
        self.group.result(self.index, reached)

    def again(self):
        # A datagram that was lost is sent again, as TCP does by itself until the kernel gives up (no neighbour, say).
        if self.spec["protocol"] != "TCP" or self.sock is None:
            self.close()
            self.start()


class Group:
    def __init__(self, request):
        self.id = request["id"]
        self.results = [False] * len(request["probes"])
        now = time.monotonic()
        self.deadline = now + request["seconds"]
        self.retry = now + request["seconds"] / 3
        self.probes = {}
        self.open = 0
        for index, spec in enumerate(request["probes"]):
            self.probes[index] = None
        for index, spec in enumerate(request["probes"]):
            self.probes[index] = Probe(self, index, spec)

    def result(self, index, reached):
        self.results[index] = reached
        self.probes.pop(index, None)

    def tick(self, now):
        if now >= self.retry:
            self.retry += 1.0
            for probe in list(self.probes.values()):
                probe.again()
        if self.probes and now < self.deadline:
            return False
        for probe in self.probes.values():
            probe.close()
        print(json.dumps({"id": self.id, "results": self.results}), flush=True)
        return True


groups = []
buffer = b""


def on_input():
    global buffer
    data = sys.stdin.buffer.raw.read(1 << 20)
    if not data:
        sys.exit(0)
    buffer += data
    while b"\n" in buffer:
        line, buffer = buffer.split(b"\n", 1)
        groups.append(Group(json.loads(line)))


for each in config["listen"]:
    listen(each["protocol"], each["port"])
for family, sock in raw.items():
    sock.setblocking(False)
    selector.register(sock, selectors.EVENT_READ, lambda sock=sock, family=family: on_sctp(sock, family))
selector.register(sys.stdin.buffer.raw, selectors.EVENT_READ, on_input)
print(json.dumps({"ready": True}), flush=True)
while True:
    now = time.monotonic()
    groups = [group for group in groups if not group.tick(now)]
    for key, _ in selector.select(0.05 if groups else None):
        key.data()
