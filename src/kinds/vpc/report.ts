/** What `kubectl get vpc` shows. */
import { formatCidr } from '../../net/cidr.ts';
import { routerName } from '../../northbound/names.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { gatewaysOfVpc, subnetsOfVpc } from '../../topology/indexes.ts';
import { configOf, hasNodePorts, joinNetworkOf, vpcFinding } from '../../topology/join-network.ts';
import { noNetworkConfig, verdict } from '../../topology/verdict.ts';
import type { Report } from '../kind.ts';
import { inUse, programmed, realised } from '../programmed.ts';
import { unreachableNextHop } from './next-hops.ts';

/** The status of one Vpc. */
export function report(world: World<Inputs>, name: string): Report | undefined {
  const vpc = world.get('Vpc', name);
  const rows = programmed(world, `Vpc/${name}`);
  if (!vpc || !rows) return undefined;
  const subnets = world.count(subnetsOfVpc, name);
  const gateways = world.count(gatewaysOfVpc, name);
  const attached = world.derive(hasNodePorts, name);
  const fine = realised(world, `Vpc/${name}`, { status: 'True', reason: 'Ready', message: '' });
  return {
    verdicts: {
      Accepted: verdict('Accepted', world.derive(vpcFinding, name)),
      ResolvedRefs: verdict('ResolvedRefs', configOf(world) ? unreachableNextHop(world, vpc) : noNetworkConfig),
      Programmed: rows,
      Ready:
        vpc.meta.deleting && subnets > 0
          ? inUse(
              subnets,
              'Subnet',
              world.list(subnetsOfVpc, name),
              also(gateways, world.list(gatewaysOfVpc, name), see('vsub', name)),
            )
          : vpc.meta.deleting && gateways > 0
            ? inUse(gateways, 'Gateway', world.list(gatewaysOfVpc, name), see('vgw', name))
            : fine,
    },
    status: {
      router: routerName(name),
      subnets,
      gateways,
      attachedNodes: attached ? attachedNodes(world, name) : 0,
      joinCidrs: attached ? joinNetworkOf(world, vpc)?.cidrs.map(formatCidr) : undefined,
    },
  };
}

const also = (count: number, names: readonly string[], rest: string): string =>
  count === 0 ? rest : `Also for ${count} Gateway${count === 1 ? '' : 's'}: ${names.slice(0, 3).join(', ')}. ${rest}`;

const see = (kind: string, vpc: string): string => `See kubectl get ${kind} --field-selector spec.vpc=${vpc}`;

function attachedNodes(world: World<Inputs>, vpc: string): number {
  return world
    .all('NodeNetwork')
    .filter((node) => world.get('NodeNetwork', node)?.attachments.some((attachment) => attachment.vpc === vpc)).length;
}
