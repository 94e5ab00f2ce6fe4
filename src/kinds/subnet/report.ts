/** What `kubectl get vsub` shows. */
import type { Verdict } from '../../api/index.ts';
import { switchName } from '../../northbound/names.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { ipsOfSubnet } from '../../topology/indexes.ts';
import { keepsSubnet } from '../../topology/ip.ts';
import { servedNamespaces } from '../../topology/serving.ts';
import { gatewaysOf, subnetFinding, subnetNetwork } from '../../topology/subnets.ts';
import { verdict } from '../../topology/verdict.ts';
import type { Report } from '../kind.ts';
import { inUse, programmed, realised } from '../programmed.ts';
import { referenceFinding } from './references.ts';

/** The status of one Subnet. */
export function report(world: World<Inputs>, name: string): Report | undefined {
  const subnet = world.get('Subnet', name);
  const rows = programmed(world, `Subnet/${name}`);
  if (!subnet || !rows) return undefined;
  const network = world.derive(subnetNetwork, name);
  const usage = world.get('Usage', name);
  return {
    verdicts: {
      Accepted: verdict('Accepted', world.derive(subnetFinding, name)),
      ResolvedRefs: verdict('ResolvedRefs', referenceFinding(world, subnet)),
      Programmed: rows,
      Ready: ready(world, subnet, usage),
    },
    status: {
      logicalSwitch: switchName(name),
      ...(network ? { gateways: gatewaysOf(network), mtu: network.mtu } : {}),
      ipv4: usage?.ipv4,
      ipv6: usage?.ipv6,
      namespaces: world.derive(servedNamespaces, name),
    },
  };
}

function ready(world: World<Inputs>, subnet: Inputs['Subnet'], usage: Inputs['Usage'] | undefined): Verdict {
  const { name } = subnet.meta;
  const users = subnet.meta.deleting ? world.list(ipsOfSubnet, name).filter((key) => keepsSubnet(world, key)) : [];
  if (users.length > 0) {
    return inUse(users.length, 'IP', users, `See kubectl get ips -A --field-selector spec.subnet=${name}`);
  }
  const full = [usage?.ipv4, usage?.ipv6].some((family) => family?.available === '0');
  const fine: Verdict = full
    ? {
        status: 'True',
        reason: 'Exhausted',
        message: `No address is left. Make a second Subnet in Vpc ${subnet.spec.vpc} with the same selectors, or free some: kubectl get ips -A --field-selector spec.subnet=${name}`,
      }
    : { status: 'True', reason: 'Ready', message: '' };
  return realised(world, `Subnet/${name}`, fine);
}
