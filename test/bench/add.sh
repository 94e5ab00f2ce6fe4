#!/bin/sh
# The ceiling of CNI ADD: what a script needs for the same pair of interfaces, port in Open vSwitch and wait for OVN's flows, when the logical
# port and the pod's network namespace are there already. Runs in the node's network namespace.
# Arguments: name, network namespace of the pod, MAC, address with prefix length, gateway, MTU, database of Open vSwitch.
set -eu
name=$1 pod=$2 mac=$3 address=$4 gateway=$5 mtu=$6 database=$7
ip link add "h-$name" mtu "$mtu" type veth peer name eth0 netns "$pod" mtu "$mtu" address "$mac"
ip link set "h-$name" up
ip -n "$pod" -batch - <<END
link set lo up
link set eth0 up
address add $address dev eth0
route add default via $gateway dev eth0
END
ip netns exec "$pod" ethtool -K eth0 tx off >/dev/null
ovs-vsctl --db="$database" add-port br-int "h-$name" -- set Interface "h-$name" external_ids:iface-id="$name"
ovs-vsctl --db="$database" --timeout=30 wait-until Interface "h-$name" external_ids:ovn-installed=true
