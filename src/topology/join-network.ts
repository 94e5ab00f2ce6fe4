/** Node attachments: which Vpcs have a port on the nodes, and what their join networks are. Such Vpcs share the nodes' one routing table. */
import { defaultName } from '../api/index.ts';
import type { Address } from '../net/address.ts';
import { type Cidr, formatCidr, overlaps, parseCidr, type Range } from '../net/cidr.ts';
import type { Derivation, World } from '../store/store.ts';
import type { Inputs } from './facts.ts';
import { subnetsOfVpc } from './indexes.ts';
import { precedes } from './precedence.ts';
import type { Finding } from './verdict.ts';

/** The join network of an attached Vpc. */
export interface JoinNetwork {
  readonly cidrs: readonly Cidr[];
  /** The router's address in each CIDR: its first. */
  readonly gateways: readonly Address[];
  /** Name of the internal port on each node. */
  readonly interface: string;
}

/** A named range that others must keep away from. */
export interface Reservation {
  readonly range: Range;
  readonly text: string;
  /** How a message calls whose it is. */
  readonly holder: string;
}

/** The installation's settings; `undefined` without a NetworkConfig. */
export function configOf(world: World<Inputs>): Inputs['NetworkConfig'] | undefined {
  return world.get('NetworkConfig', defaultName);
}

/** The join network that a Vpc asks for; `undefined` without nodeAttachment. */
export function joinNetworkOf(world: World<Inputs>, vpc: Inputs['Vpc']): JoinNetwork | undefined {
  const attachment = vpc.spec.nodeAttachment;
  if (!attachment) return undefined;
  const cidrs = (attachment.cidrs ?? vpc.joinCidrs ?? configOf(world)?.spec.joinCidrs ?? []).flatMap(
    (text) => parseCidr(text) ?? [],
  );
  return {
    cidrs,
    gateways: cidrs.map(({ family, first }) => ({ family, value: first + 1n })),
    interface: attachment.interface,
  };
}

/** Why a Vpc is not accepted, by name; absent means accepted. Decided for all at once, in the order of who wins. */
export const vpcFindings: Derivation<Inputs, Readonly<Record<string, Finding>>> = {
  name: 'vpcFindings',
  compute(world) {
    const findings: Record<string, Finding> = {};
    const installation = installationRanges(world);
    const taken: Reservation[] = [];
    const interfaces = new Map<string, string>();
    for (const vpc of attachedInOrder(world)) {
      const name = vpc.meta.name;
      const join = joinNetworkOf(world, vpc)!;
      const own = join.cidrs.map(
        (range): Reservation => ({
          range,
          text: formatCidr(range),
          holder: `the join network of vpcs.subnetes.io ${name}`,
        }),
      );
      const subnets = incumbentSubnets(world, name);
      const wanted = [...own, ...subnets];
      // What is attached stays, when a node arrives or the Services' range changes: the newcomer is the mistake.
      const entry = isIncumbent(vpc) ? undefined : (firstOverlap(own, subnets) ?? firstOverlap(wanted, installation));
      const finding =
        interfaceConflict(interfaces.get(join.interface), join.interface) ?? entry ?? firstOverlap(wanted, taken);
      if (finding) {
        findings[name] = finding;
        continue;
      }
      interfaces.set(join.interface, name);
      taken.push(...wanted);
    }
    return findings;
  },
};

/** Whether a Vpc exists, is accepted and has a node attachment. */
export const isAttached: Derivation<Inputs, boolean> = {
  name: 'isAttached',
  compute: (world, name) =>
    world.get('Vpc', name)?.spec.nodeAttachment !== undefined && world.derive(vpcFinding, name) === undefined,
};

/** Whether the nodes have ports in a Vpc: it is attached, or was and is held now, and what runs is not torn down. */
export const hasNodePorts: Derivation<Inputs, boolean> = {
  name: 'hasNodePorts',
  compute(world, name) {
    const vpc = world.get('Vpc', name);
    return world.derive(isAttached, name) || (vpc?.spec.nodeAttachment !== undefined && isIncumbent(vpc));
  },
};

/** The CIDRs that Services have their addresses from, where nobody else has any: in an attached Vpc. In text. */
export const serviceCidrsIn = (world: World<Inputs>, vpc: string): readonly string[] =>
  world.derive(hasNodePorts, vpc) ? (configOf(world)?.spec.serviceCidrs ?? []) : [];

/** Whether a Vpc has a join network already. */
const isIncumbent = ({ joinCidrs, programmed }: Inputs['Vpc']): boolean => joinCidrs !== undefined && programmed;

/** Why one Vpc is not accepted. */
export const vpcFinding: Derivation<Inputs, Finding | undefined> = {
  name: 'vpcFinding',
  compute: (world, name) => world.derive(vpcFindings, '')[name],
};

/** Names of the accepted Vpcs with node attachment, sorted. */
export const attachedVpcs: Derivation<Inputs, readonly string[]> = {
  name: 'attachedVpcs',
  compute: (world) => world.all('Vpc').filter((name) => world.derive(isAttached, name)),
};

/** Ranges that belong to the installation: Services, and the nodes themselves. */
export function installationRanges(world: World<Inputs>): readonly Reservation[] {
  const services = (configOf(world)?.spec.serviceCidrs ?? []).flatMap((text) =>
    reserve(text, 'the Services (NetworkConfig default, spec.serviceCidrs)'),
  );
  return [...services, ...world.derive(nodeRanges, '')];
}

const nodeRanges: Derivation<Inputs, readonly Reservation[]> = {
  name: 'nodeRanges',
  compute: (world) =>
    world
      .all('Node')
      .flatMap((name) =>
        (world.get('Node', name)?.internalAddresses ?? []).flatMap((address) =>
          reserve(`${address}/${address.includes(':') ? 128 : 32}`, `Node ${name}`),
        ),
      ),
};

/** First conflict of wanted ranges with taken ones, as the user should read it. */
export function firstOverlap(wanted: readonly Reservation[], taken: readonly Reservation[]): Finding | undefined {
  for (const want of wanted) {
    const other = taken.find(({ range }) => overlaps(range, want.range));
    if (other) return overlapFinding(want, other);
  }
  return undefined;
}

/** The words for a conflict of two ranges. */
export function overlapFinding(want: Reservation, other: Reservation): Finding {
  const cure = other.holder.startsWith('subnets.')
    ? `Choose another range, or delete ${other.holder.split(' ')[1]}.`
    : 'Choose another range.';
  return {
    reason: 'Overlap',
    message: `${want.text} overlaps ${other.text} of ${other.holder}, which has it already. ${cure}`,
  };
}

function reserve(text: string, holder: string): readonly Reservation[] {
  const range = parseCidr(text);
  return range ? [{ range, text, holder }] : [];
}

function attachedInOrder(world: World<Inputs>): readonly Inputs['Vpc'][] {
  return world
    .all('Vpc')
    .map((name) => world.get('Vpc', name)!)
    .filter((vpc) => vpc.spec.nodeAttachment !== undefined)
    .sort(precedes);
}

/** Subnets of the Vpc that are in force already: a Vpc that attaches later must fit with them. */
function incumbentSubnets(world: World<Inputs>, vpc: string): readonly Reservation[] {
  return world.list(subnetsOfVpc, vpc).flatMap((name) => {
    const subnet = world.get('Subnet', name);
    return subnet?.accepted ? subnet.spec.cidrs.flatMap((text) => reserve(text, `subnets.subnetes.io ${name}`)) : [];
  });
}

function interfaceConflict(holder: string | undefined, networkInterface: string): Finding | undefined {
  if (holder === undefined) return undefined;
  return {
    reason: 'InterfaceTaken',
    message: `The nodes' interface ${networkInterface} is that of vpcs.subnetes.io ${holder}. Write another one into spec.nodeAttachment.interface, for example ovn1.`,
  };
}
