/** What `kubectl get vsub` shows. */
import type { Verdict } from '../../api/index.ts';
import { parseCidr } from '../../net/cidr.ts';
import { switchName } from '../../northbound/names.ts';
import type { World } from '../../store/store.ts';
import { egressOf, type SubnetEgress } from '../../topology/egress.ts';
import type { Inputs } from '../../topology/facts.ts';
import { ipsOfSubnet } from '../../topology/indexes.ts';
import { keepsSubnet } from '../../topology/ip.ts';
import { connectedNodes } from '../../topology/provider-networks.ts';
import { servedNamespaces } from '../../topology/serving.ts';
import { gatewaysOf, subnetFinding, subnetNetwork } from '../../topology/subnets.ts';
import { type Finding, verdict } from '../../topology/verdict.ts';
import type { Report } from '../kind.ts';
import { inUse, programmed, realised } from '../programmed.ts';
import { egressNews } from './egress-news.ts';
import { referenceFinding } from './references.ts';

/** The status of one Subnet. */
export function report(world: World<Inputs>, name: string): Report | undefined {
  const subnet = world.get('Subnet', name);
  const rows = programmed(world, `Subnet/${name}`);
  if (!subnet || !rows) return undefined;
  const network = world.derive(subnetNetwork, name);
  const usage = world.get('Usage', name);
  // What is held is what was: the egress that stands in the status is the one in force.
  const wanted = world.derive(egressOf, name);
  const egress = rows.reason === 'Programmed' && wanted ? inForce(wanted) : subnet.egressInForce;
  const news = egress && egressNews(world, subnet, egress);
  return {
    verdicts: {
      Accepted: verdict('Accepted', world.derive(subnetFinding, name)),
      ResolvedRefs: verdict('ResolvedRefs', referenceFinding(world, subnet)),
      Programmed: rows,
      Ready: ready(world, subnet, usage),
    },
    ...(news ? { news } : {}),
    status: {
      logicalSwitch: switchName(name),
      egress,
      ...(network ? { gateways: gatewaysOf(network), mtu: network.mtu } : {}),
      ipv4: usage?.ipv4,
      ipv6: usage?.ipv6,
      namespaces: world.derive(servedNamespaces, name),
    },
  };
}

const inForce = ({ mode, carriers }: SubnetEgress) => ({ mode, gateways: carriers.map(({ name }) => name) });

function ready(world: World<Inputs>, subnet: Inputs['Subnet'], usage: Inputs['Usage'] | undefined): Verdict {
  const { name } = subnet.meta;
  const users = subnet.meta.deleting ? world.list(ipsOfSubnet, name).filter((key) => keepsSubnet(world, key)) : [];
  if (users.length > 0) {
    return inUse(users.length, 'IP', users, `See kubectl get ips -A --field-selector spec.subnet=${name}`);
  }
  const egress = world.derive(egressOf, name);
  const finding = egress?.finding ?? providerFinding(world, subnet);
  if (finding) return { status: 'False', ...finding };
  const full = [usage?.ipv4, usage?.ipv6].some((family) => family?.available === '0');
  const fine: Verdict = full
    ? {
        status: 'True',
        reason: 'Exhausted',
        message: `No address is left. Make a second Subnet in Vpc ${subnet.spec.vpc} with the same selectors, or free some: kubectl get ips -A --field-selector spec.subnet=${name}`,
      }
    : { status: 'True', reason: 'Ready', message: egress ? lackingFamily(subnet, egress) : '' };
  return realised(world, `Subnet/${name}`, fine);
}

/** An External Subnet is where its ProviderNetwork is: on one node at least, or it is nowhere. */
function providerFinding(world: World<Inputs>, { spec }: Inputs['Subnet']): Finding | undefined {
  const name = spec.physical?.providerNetwork;
  if (name === undefined || connectedNodes(world, name).length > 0) return undefined;
  return {
    reason: 'ProviderNetworkDown',
    message: `ProviderNetwork ${name} is connected on no node. See kubectl describe vprov ${name}`,
  };
}

/** A family in which no Gateway has an address, as a sentence: nothing is wrong, and people wonder. */
function lackingFamily({ spec }: Inputs['Subnet'], { mode, carriers }: SubnetEgress): string {
  if (mode !== 'Centralized') return '';
  const families = new Set(carriers.flatMap(({ transit }) => transit.map(({ family }) => family)));
  const lacking = spec.cidrs.map((text) => parseCidr(text)?.family).find((family) => family && !families.has(family));
  const name = lacking === 'ipv4' ? 'IPv4' : 'IPv6';
  return lacking ? `${name} traffic does not leave: the External Subnets of its Gateways have no ${name} range.` : '';
}
