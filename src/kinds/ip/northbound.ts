/**
 * An IP in OVN_Northbound: one `Logical_Switch_Port` while somebody uses it. `port_security` is exactly its MAC and addresses, so
 * the pod can't send as anybody else; `requested-chassis` and `iface-id-ver` tie it to one node and one life of the pod, so that two
 * nodes never fight over it and `up` speaks of this pod.
 */
import { formatAddress } from '../../net/address.ts';
import { aclPlaces } from '../../northbound/priorities.ts';
import {
  afterLoadBalancing,
  dhcpOptionsOf,
  ipOf,
  map,
  type Northbound,
  nodePodsOf,
  podSetGroupOf,
  releasingPortsOf,
  row,
  switchOf,
  uuidOf,
} from '../../northbound/rows.ts';
import { type Contribution, nothing, type Row, type Translation } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import type { Inputs, IPFacts } from '../../topology/facts.ts';
import { addressesOf, ipFinding, ipPhase, ipReferences, isComplete, macOfIp, portOf } from '../../topology/ip.ts';
import { hasNodePorts } from '../../topology/join-network.ts';
import { chassisOfNode } from '../../topology/node-attachments.ts';
import { isEgressLimited, setsOfPod } from '../../topology/pod-set-members.ts';
import { type SubnetNetwork, subnetNetwork } from '../../topology/subnets.ts';
import { limitRows } from './limits.ts';

/** The rows of one IP. */
export function northbound(context: Northbound, world: World<Inputs>, key: string): Translation {
  const ip = world.get('IP', key);
  if (!ip) return { resolved: true, output: nothing };
  const phase = world.derive(ipPhase, key);
  // Released or used by nobody: nothing is wanted, whatever else is wrong with it.
  if (phase === 'released' || (phase === 'reserved' && ip.spec.target?.kind !== 'VirtualMachine'))
    return { resolved: fits(world, key), output: nothing };
  const network = world.derive(subnetNetwork, ip.spec.subnet);
  if (!network || !fits(world, key)) return { resolved: false, output: nothing };
  return {
    resolved: true,
    output: {
      rows: [
        row(
          context,
          'Logical_Switch_Port',
          `IP/${key}`,
          '',
          columns(context, world, ip, network),
          switchOf(context, ip.spec.subnet),
        ),
        ...limitRows(context, world, key, ip),
        ...itselfRows(context, world, key, ip, network),
      ],
      contributions: [
        ...nodePods(context, world, key, network.vpc),
        ...policyGroups(context, world, key, ip, network.vpc),
      ],
    },
  };
}

/**
 * Its place among the pods of its node, by which their traffic leaves through that node. Whatever the egress of its Subnet is: a
 * change of the mode touches no IP.
 */
function nodePods(
  context: Northbound,
  world: World<Inputs>,
  key: string,
  vpc: string | undefined,
): readonly Contribution[] {
  const node = world.get('IP', key)?.bound?.node;
  if (node === undefined || vpc === undefined || !world.derive(hasNodePorts, vpc)) return [];
  const element = uuidOf(context, 'Logical_Switch_Port', `IP/${key}`);
  return [{ table: 'Port_Group', row: nodePodsOf(context, vpc, node), column: 'ports', element }];
}

/**
 * Its place in the sets of pods that policies name, entered together with its row: no packet before them. A pod that is gone has no labels
 * any more by which to know them, so a port that outlives it is in the group that gets nothing through.
 */
function policyGroups(
  context: Northbound,
  world: World<Inputs>,
  key: string,
  { meta, bound, spec }: IPFacts,
  vpc: string | undefined,
): readonly Contribution[] {
  if (vpc === undefined || !bound) return [];
  const member = (group: string) => {
    const element = uuidOf(context, 'Logical_Switch_Port', `IP/${key}`);
    return { table: 'Port_Group', row: group, column: 'ports', element };
  };
  switch (world.derive(ipPhase, key)) {
    case 'inUse':
      return world
        .derive(setsOfPod, `${meta.namespace}/${spec.target?.name}`)
        .map(({ set, number }) => member(podSetGroupOf(context, set, vpc, number)));
    case 'releasing':
      return [member(releasingPortsOf(context, vpc))];
    default:
      return [];
  }
}

/** A pod can't be kept from itself: it may send to its own Service, which hands it back its own packets. */
function itselfRows(
  context: Northbound,
  world: World<Inputs>,
  key: string,
  ip: IPFacts,
  network: SubnetNetwork,
): readonly Row[] {
  const pod = `${ip.meta.namespace}/${ip.spec.target?.name}`;
  if (world.derive(ipPhase, key) !== 'inUse' || !isEgressLimited(world, pod)) return [];
  const same = addressesOf(ip, network).map((address) => {
    const [protocol, text] = [ipOf(address.family), formatAddress(address)];
    return `(${protocol}.src == ${text} && ${protocol}.dst == ${text})`;
  });
  const columns = {
    ...{ ...aclPlaces.own, direction: 'from-lport', match: same.join(' || '), action: 'allow-related' },
    options: afterLoadBalancing,
  };
  return [row(context, 'ACL', `IP/${key}`, 'itself', columns, switchOf(context, network.name))];
}

/** Whether nothing speaks against it. A released IP whose Subnet is gone still lets go of its row: see the phase first. */
function fits(world: World<Inputs>, key: string): boolean {
  if (world.derive(ipPhase, key) === 'released') return true;
  return !world.derive(ipReferences, key) && !ipFinding(world, key) && isComplete(world, key);
}

function columns(context: Northbound, world: World<Inputs>, ip: IPFacts, network: SubnetNetwork) {
  const addresses = addressesOf(ip, network);
  const port = [macOfIp(ip, addresses), ...addresses.map(formatAddress)].join(' ');
  const options = (family: 'ipv4' | 'ipv6') =>
    network.dhcp && network.families.some((each) => each.family === family)
      ? dhcpOptionsOf(context, network.name, family)
      : undefined;
  return {
    name: portOf(ip),
    addresses: new Set([port]),
    port_security: new Set([port]),
    options: ip.bound
      ? map({
          'requested-chassis': world.derive(chassisOfNode, ip.bound.node),
          'iface-id-ver': ip.bound.uid,
        })
      : new Map(),
    dhcpv4_options: options('ipv4'),
    dhcpv6_options: options('ipv6'),
    external_ids: ip.spec.target
      ? map({
          [ip.spec.target.kind === 'Pod' ? 'pod' : 'virtual-machine']: `${ip.meta.namespace}/${ip.spec.target.name}`,
        })
      : new Map(),
  };
}
