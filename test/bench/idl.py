# Python's ovs.db.idl from Debian (python3-openvswitch): "dump" or "write". Prints what it cost as JSON.
import json
import sys
import time

import ovs.db.idl
import ovs.poller

what, endpoint, schema, rows = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
helper = ovs.db.idl.SchemaHelper(schema)
helper.register_table("Logical_Switch")
if what == "dump":
    helper.register_table("Logical_Switch_Port")
else:
    helper.register_columns("Logical_Switch_Port", ["name", "addresses", "port_security", "options", "external_ids"])


def synced(idl):
    while not idl.has_ever_connected():
        idl.run()
        if idl.has_ever_connected():
            break
        poller = ovs.poller.Poller()
        idl.wait(poller)
        poller.block()


started, used = time.monotonic(), time.process_time()
idl = ovs.db.idl.Idl(endpoint, helper)
synced(idl)
if what == "dump":
    size = len(idl.tables["Logical_Switch_Port"].rows)
    if size != rows:
        raise SystemExit("%d of %d rows arrived" % (size, rows))
else:
    started, used = time.monotonic(), time.process_time()
    for begin in range(0, rows, 1000):
        txn = ovs.db.idl.Transaction(idl)
        ports = []
        for index in range(begin, min(begin + 1000, rows)):
            port = txn.insert(idl.tables["Logical_Switch_Port"])
            address = "0a:58:0a:00:%02x:%02x 10.0.%d.%d" % (index >> 8 & 255, index & 255, index >> 8 & 255, index & 255)
            port.name = "bench.pod-%d" % index
            port.addresses = [address]
            port.port_security = [address]
            port.options = {"requested-chassis": "n%d" % (index % 100), "iface-id-ver": "00000000-0000-4000-8000-%012x" % index}
            port.external_ids = {"subnetes-owner": "IP/bench/pod-%d" % index, "subnetes-installation": "bench"}
            ports.append(port)
        switch = txn.insert(idl.tables["Logical_Switch"])
        switch.name = "written-%d" % begin
        switch.ports = ports
        status = txn.commit_block()
        if status != ovs.db.idl.Transaction.SUCCESS:
            raise SystemExit("not committed: %s" % status)
print(json.dumps({"wall": time.monotonic() - started, "cpu": time.process_time() - used}))
