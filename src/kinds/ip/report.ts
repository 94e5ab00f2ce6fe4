/** What `kubectl get ips` shows. `Ready` is about the port of this pod, this life of it, on this node. */
import type { Verdict } from '../../api/index.ts';
import { formatAddress } from '../../net/address.ts';
import type { World } from '../../store/store.ts';
import type { Inputs, IPFacts } from '../../topology/facts.ts';
import { ipsByTarget, targetOf } from '../../topology/indexes.ts';
import {
  addressesOf,
  ipFinding,
  ipPhase,
  ipReferences,
  isComplete,
  isOfGateway,
  macOfIp,
  portOf,
} from '../../topology/ip.ts';
import { hasNodePorts } from '../../topology/join-network.ts';
import { type SubnetNetwork, subnetNetwork } from '../../topology/subnets.ts';
import { verdict } from '../../topology/verdict.ts';
import type { Report } from '../kind.ts';
import { inUse, programmed } from '../programmed.ts';

/** The status of one IP. */
export function report(world: World<Inputs>, key: string): Report | undefined {
  const ip = world.get('IP', key);
  const rows = programmed(world, `IP/${key}`);
  if (!ip || !rows) return undefined;
  const references = world.derive(ipReferences, key);
  const finding = ipFinding(world, key);
  const network = world.derive(subnetNetwork, ip.spec.subnet);
  // An address is on its way: the allocator is asked whenever a family is missing.
  if (!references && !finding && !isComplete(world, key)) return undefined;
  return {
    verdicts: {
      Accepted: verdict('Accepted', finding),
      ResolvedRefs: verdict('ResolvedRefs', references),
      Programmed: rows,
      Ready: ready(world, key, ip),
    },
    status: {
      ...addresses(ip, network, finding !== undefined || (references !== undefined && !ip.programmed)),
      node: ip.bound?.node,
      uid: ip.bound?.uid,
      port: portOf(ip),
    },
    patient: !references && !finding,
    leaving: leaving(world, key, ip),
  };
}

/** The pod of an IP of ours ends: the object goes as soon as the port is down, and a status in between would cost a write per pod. */
function leaving(world: World<Inputs>, key: string, ip: IPFacts): boolean {
  if (ip.spec.reclaimPolicy !== 'Delete') return false;
  const phase = world.derive(ipPhase, key);
  if (phase === 'releasing' || phase === 'released') return true;
  return phase === 'inUse' && world.get('Pod', `${ip.meta.namespace}/${ip.spec.target?.name}`)?.meta.deleting === true;
}

/** The addresses in force. An IP that was refused keeps showing what it held, and never what it may not have. */
function addresses(ip: IPFacts, network: SubnetNetwork | undefined, refused: boolean): Record<string, unknown> {
  if (refused || !network) return { ipv4: ip.held.ipv4, ipv6: ip.held.ipv6, mac: ip.held.mac };
  const own = addressesOf(ip, network);
  const text = (family: 'ipv4' | 'ipv6') => own.filter((address) => address.family === family).map(formatAddress)[0];
  return { ipv4: text('ipv4'), ipv6: text('ipv6'), mac: macOfIp(ip, own), mtu: network.mtu };
}

function ready(world: World<Inputs>, key: string, ip: IPFacts): Verdict {
  const phase = world.derive(ipPhase, key);
  const up = world.get('Port', portOf(ip))?.up ?? false;
  const pod = ip.spec.target?.name ?? '';
  if (phase === 'releasing' || phase === 'released') {
    return {
      status: 'False',
      reason: 'PortDown',
      message: `Pod ${pod} is gone; the address is released when its port on node ${ip.bound?.node} is down.`,
    };
  }
  if (phase === 'reserved') return reserved(world, ip, up);
  if (ip.meta.deleting) return inUse(1, 'pod', [pod], 'The pod keeps its address as long as it lives.');
  const node = ip.bound?.node ?? '';
  if (world.get('Node', node)?.ready === false)
    return {
      status: 'Unknown',
      reason: 'NodeUnreachable',
      message: `Node ${node} does not answer; the port was ${up ? 'up' : 'down'} when it last did.`,
    };
  if (up) return unprobed(world, ip) ?? { status: 'True', reason: 'PortUp', message: '' };
  if (ip.wasUp)
    return {
      status: 'False',
      reason: 'PortDown',
      message: `The port of pod ${pod} went down on node ${node}. See kubectl describe vnode ${node}`,
    };
  return waitingForPort(node, ip.meta.namespace, pod);
}

/** A pod that works, and that its kubelet will take for a dead one: probes over the network come from the node. */
function unprobed(world: World<Inputs>, ip: IPFacts): Verdict | undefined {
  const name = ip.spec.target?.name ?? '';
  const vpc = world.derive(subnetNetwork, ip.spec.subnet)?.vpc;
  if (vpc === undefined || world.derive(hasNodePorts, vpc)) return undefined;
  if (!world.get('Pod', `${ip.meta.namespace}/${name}`)?.probed) return undefined;
  return {
    status: 'True',
    reason: 'ProbesUnreachable',
    message: `The port is up, but probes of pod ${name} over the network (httpGet, tcpSocket, grpc) fail: vpcs.subnetes.io ${vpc} has no node attachment, so no kubelet reaches its pods. Use exec probes, or set spec.nodeAttachment of the Vpc.`,
  };
}

/** `Ready` from the binding on until the port is up. */
export function waitingForPort(node: string, namespace: string, pod: string): Verdict {
  return {
    status: 'False',
    reason: 'WaitingForPort',
    message: `Node ${node} has not connected pod ${pod} yet. See kubectl -n ${namespace} describe pod ${pod}`,
  };
}

function reserved(world: World<Inputs>, ip: IPFacts, up: boolean): Verdict {
  if (isOfGateway(ip)) return ofGateway(ip);
  if (up) return { status: 'True', reason: 'PortUp', message: '' };
  const other = podWithOtherAddress(world, ip);
  if (other)
    return {
      status: 'False',
      reason: 'PodHasOtherAddress',
      message: `Pod ${ip.spec.target?.name} runs with ${other} already. Delete the pod to move it to this address.`,
    };
  return { status: 'True', reason: 'Reserved', message: 'The addresses are kept; nobody uses them now.' };
}

/** The address of a Gateway is in use as long as the Gateway wants it. */
function ofGateway({ meta, spec }: IPFacts): Verdict {
  const gateway = spec.target?.name ?? '';
  if (meta.deleting) return inUse(1, 'Gateway', [gateway], 'It keeps its address as long as it wants it.');
  return { status: 'True', reason: 'Reserved', message: `The address is that of gateways.subnetes.io ${gateway}.` };
}

/** The address of the IP with which the target runs already. */
function podWithOtherAddress(world: World<Inputs>, ip: IPFacts): string | undefined {
  if (ip.spec.target?.kind !== 'Pod') return undefined;
  const pod = world.get('Pod', `${ip.meta.namespace}/${ip.spec.target.name}`);
  if (!pod || pod.terminal) return undefined;
  for (const key of world.list(ipsByTarget, targetOf(ip))) {
    const other = world.get('IP', key);
    if (other?.made && other.bound?.uid === pod.meta.uid) return other.spec.addresses?.join(', ') || 'another address';
  }
  return undefined;
}
