/** What `kubectl get vmir` shows. `Ready` is about the copies: whether every node with selected pods makes and delivers them. */
import type { Verdict } from '../../api/index.ts';
import type { World } from '../../store/store.ts';
import type { Inputs, MirrorSessionFacts } from '../../topology/facts.ts';
import { sinkText } from '../../topology/mirror-sinks.ts';
import {
  type MirrorPlan,
  mirrorPlan,
  selectedPods,
  sessionFinding,
  sessionReferences,
} from '../../topology/mirrors.ts';
import { compare } from '../../topology/precedence.ts';
import { verdict } from '../../topology/verdict.ts';
import type { Report } from '../kind.ts';

/** As many nodes as the status names. */
const NODES = 16;

/** The status of one session. */
export function report(world: World<Inputs>, key: string): Report | undefined {
  const session = world.get('MirrorSession', key);
  const clock = world.get('Clock', key);
  if (!session || !clock) return undefined;
  const finding = world.derive(sessionFinding, key);
  const references = world.derive(sessionReferences, key);
  const plan = world.derive(mirrorPlan, key);
  const pods = plan ? world.derive(selectedPods, key) : [];
  const nodes = [...new Set(pods.map(({ node }) => node))].sort(compare);
  return {
    verdicts: {
      Accepted: verdict('Accepted', finding),
      ResolvedRefs: verdict('ResolvedRefs', references),
      Programmed:
        (finding ?? references)
          ? { status: 'False', reason: 'Withheld', message: 'Nothing is copied.' }
          : { status: 'True', reason: 'Programmed', message: '' },
      Ready: clock.expired
        ? {
            status: 'False',
            reason: 'Expired',
            message: `It ended at ${expiry(session, clock.startedAt)}. Raise spec.expiresAfterSeconds to go on: it counts from status.startedAt.`,
          }
        : ready(world, key, session, plan, nodes),
    },
    status: {
      startedAt: clock.startedAt,
      expiresAt: expiry(session, clock.startedAt),
      pods: pods.length,
      nodes: nodes.slice(0, NODES),
      nodeCount: nodes.length,
      sink: sinkText(session.spec.sink),
      mechanism: plan && 'OpenVSwitch',
      relay: plan?.relay,
    },
  };
}

/** When a session ends. */
function expiry({ spec }: MirrorSessionFacts, startedAt: string): string {
  return `${new Date(Date.parse(startedAt) + spec.expiresAfterSeconds * 1000).toISOString().slice(0, 19)}Z`;
}

function ready(
  world: World<Inputs>,
  key: string,
  session: MirrorSessionFacts,
  plan: MirrorPlan | undefined,
  nodes: readonly string[],
): Verdict {
  const { pod } = session.spec.sink;
  if (pod && !(plan?.sink && world.get('Port', plan.sink.port)?.up)) {
    const where = plan?.sink ? ` on node ${plan.sink.node}` : '';
    return {
      status: 'False',
      reason: 'SinkDown',
      message: `Pod ${pod.name}, which gets the copies, is not connected yet${where}. See kubectl -n ${session.meta.namespace} describe pod ${pod.name}`,
    };
  }
  if (nodes.length === 0)
    return {
      status: 'True',
      reason: 'NoMatchingPods',
      message: 'No pod with a port matches now; the first that does is copied.',
    };
  return (plan && nodesVerdict(world, key, plan, nodes)) ?? { status: 'True', reason: 'Mirroring', message: '' };
}

/** What the nodes say that take part; `undefined` when they all do theirs. A node that does not answer has no say. */
function nodesVerdict(
  world: World<Inputs>,
  key: string,
  { sink }: MirrorPlan,
  nodes: readonly string[],
): Verdict | undefined {
  const all = [...new Set([...nodes, ...(sink ? [sink.node] : [])])].filter(
    (node) => world.get('Node', node)?.ready !== false,
  );
  const states = all.map((node) => ({
    node,
    said: world.get('NodeNetwork', node)?.mirrors?.find(({ session }) => session === key),
  }));
  const bad =
    states.find(({ said }) => said?.state === 'Exhausted') ?? states.find(({ said }) => said?.state === 'Failed');
  if (bad)
    return {
      status: 'False',
      reason: bad.said?.state === 'Exhausted' ? 'MirrorsExhausted' : 'SinkDown',
      message: `Node ${bad.node}: ${bad.said?.message ?? 'the copies can not be made.'}`,
    };
  const waiting = states.filter(({ said }) => said?.state !== 'Ready').map(({ node }) => node);
  if (waiting.length === 0) return undefined;
  const more = waiting.length > 3 ? ', …' : '';
  return {
    status: 'False',
    reason: 'NodesPending',
    message: `${all.length - waiting.length} of ${all.length} nodes copy; waits for ${waiting.slice(0, 3).join(', ')}${more}.`,
  };
}
