/** What `kubectl get vprov` shows: what the agents of the selected nodes say, put together. */
import type { Verdict } from '../../api/index.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { subnetsOfProviderNetwork } from '../../topology/indexes.ts';
import { type ProviderNode, providerNodes } from '../../topology/provider-networks.ts';
import { type Finding, verdict } from '../../topology/verdict.ts';
import type { Report } from '../kind.ts';
import { inUse, programmed } from '../programmed.ts';

/** Most entries of `status.failing`. */
const MOST_FAILURES = 16;

/** The status of one ProviderNetwork. */
export function report(world: World<Inputs>, name: string): Report | undefined {
  const network = world.get('ProviderNetwork', name);
  const rows = programmed(world, `ProviderNetwork/${name}`);
  if (!network || !rows) return undefined;
  const nodes = world.derive(providerNodes, name);
  const failing = nodes.filter(({ state }) => state !== 'Ready');
  return {
    verdicts: {
      Accepted: verdict('Accepted', taken(nodes)),
      ResolvedRefs: verdict('ResolvedRefs', undefined),
      Programmed: rows,
      Ready: ready(world, network, nodes, failing),
    },
    status: {
      nodes: { total: nodes.length, ready: nodes.length - failing.length },
      failing: failing
        .slice(0, MOST_FAILURES)
        .map(({ node, state }) => (state === undefined ? { node } : { node, reason: state })),
    },
  };
}

/** Not accepted only where nothing is left to it: what works on other nodes is not taken away for one. */
function taken(nodes: readonly ProviderNode[]): Finding | undefined {
  const first = nodes[0];
  if (!first || nodes.some(({ takenBy }) => takenBy === undefined)) return undefined;
  const others = nodes.length === 1 ? '' : `, and likewise on ${nodes.length - 1} more`;
  return {
    reason: 'InterfaceInUse',
    message: `The network card ${first.interface} of node ${first.node} is that of providernetworks.subnetes.io ${first.takenBy}${others}. Choose another network card, or other nodes.`,
  };
}

function ready(
  world: World<Inputs>,
  { meta }: Inputs['ProviderNetwork'],
  nodes: readonly ProviderNode[],
  failing: readonly ProviderNode[],
): Verdict {
  const subnets = meta.deleting ? world.list(subnetsOfProviderNetwork, meta.name) : [];
  if (subnets.length > 0)
    return inUse(subnets.length, 'Subnet', subnets, 'See kubectl get vsub, and delete those or name another.');
  return verdict('Ready', unreadiness(nodes, failing));
}

function unreadiness(nodes: readonly ProviderNode[], failing: readonly ProviderNode[]): Finding | undefined {
  if (nodes.length === 0)
    return {
      reason: 'NodesFailing',
      message:
        'No node is selected, so nothing is connected. Correct spec.uplinks, or label nodes: kubectl get nodes --show-labels',
    };
  const broken = failing.filter(({ state }) => state !== undefined);
  const [first] = broken;
  if (first)
    return {
      reason: 'NodesFailing',
      message: `${broken.length} of ${nodes.length} nodes ${broken.length === 1 ? 'is' : 'are'} not connected; node ${first.node}: ${first.message || first.state}`,
    };
  if (failing.length === 0) return undefined;
  const names = failing.slice(0, 3).map(({ node }) => node);
  return {
    reason: 'NodesPending',
    message: `${failing.length} of ${nodes.length} nodes ${failing.length === 1 ? 'has' : 'have'} not reported yet: ${names.join(', ')}${failing.length > 3 ? ', …' : ''}. See whether their agents run.`,
  };
}
