/**
 * MirrorSessions as others see them: which of them are in force, and whose traffic they copy. A mirror is a tap, so what is not
 * permitted any more ends at once, and is never held. The nodes make the copies (`src/vswitch/mirrors.ts`), OVN makes none.
 */
import type { MirrorSessionRelay } from '../api/index.ts';
import { parseAddress } from '../net/address.ts';
import { contains, parseCidr } from '../net/cidr.ts';
import type { Derivation, World } from '../store/store.ts';
import type { Inputs, MirrorSessionFacts } from './facts.ts';
import { ipsByTarget, podsOfNamespace, sessionsByClaim, targetKey } from './indexes.ts';
import { portOf } from './ip.ts';
import { configOf } from './join-network.ts';
import { mirrorClaim, relayKey, sinkText } from './mirror-sinks.ts';
import { precedes } from './precedence.ts';
import { selects } from './selector.ts';
import { type Finding, noNetworkConfig } from './verdict.ts';

/** A pod's connection: its logical port and its node. */
export interface PodPort {
  /** `Logical_Switch_Port.name`. */
  readonly port: string;
  readonly node: string;
}

/** A session that is in force. */
export interface MirrorPlan {
  /** For copies to a pod: where it is. */
  readonly sink: PodPort | undefined;
  /** For copies to a pod: how the other nodes send them there. */
  readonly relay: MirrorSessionRelay | undefined;
}

/** The port of a pod's life; `undefined` while it has none: it waits, is done, or uses the node's own network. */
export const podPort: Derivation<Inputs, PodPort | undefined> = {
  name: 'podPort',
  compute(world, key) {
    const pod = world.get('Pod', key);
    if (!pod || pod.terminal || pod.hostNetwork) return undefined;
    for (const each of world.list(ipsByTarget, targetKey('Pod', pod.meta.namespace, pod.meta.name))) {
      const ip = world.get('IP', each);
      if (ip?.bound?.uid === pod.meta.uid) return { port: portOf(ip), node: ip.bound.node };
    }
    return undefined;
  },
};

/** Why a session may not copy to where it wants to, by what the network admin permits; `undefined` if it may. A pod of its own namespace needs nobody's consent. */
export function mirroringPermits(world: World<Inputs>, session: MirrorSessionFacts): Finding | undefined {
  const config = configOf(world);
  if (!config) return noNetworkConfig;
  const { nodeInterface, gre, erspan } = session.spec.sink;
  const { mirroring } = config.spec;
  const remote = gre?.remote ?? erspan?.remote;
  const refused = (what: string, cure: string): Finding => ({
    reason: 'RefNotPermitted',
    message: `NetworkConfig default permits no ${what}; the network admin can ${cure}`,
  });
  if (nodeInterface && mirroring?.nodeInterfaces !== 'Allowed')
    return refused('mirrors to interfaces of the nodes', 'set spec.mirroring.nodeInterfaces to Allowed');
  if (remote !== undefined && !isCollector(mirroring?.collectors ?? [], remote))
    return refused(`collector ${remote}`, 'add it to spec.mirroring.collectors');
  const selector = mirroring?.namespaceSelector;
  const { namespace } = session.meta;
  if ((nodeInterface || remote !== undefined) && selector) {
    if (!selects(selector, world.get('Namespace', namespace)?.labels ?? {}))
      return refused(
        `namespace ${namespace} to mirror to nodes or collectors`,
        'change spec.mirroring.namespaceSelector, or label the namespace',
      );
  }
  return undefined;
}

function isCollector(collectors: readonly string[], remote: string): boolean {
  const address = parseAddress(remote);
  return (
    address !== undefined &&
    collectors.some((text) => {
      const range = parseCidr(text);
      return range !== undefined && contains(range, address);
    })
  );
}

/** What a session's references lack. */
export const sessionReferences: Derivation<Inputs, Finding | undefined> = {
  name: 'sessionReferences',
  compute(world, key) {
    const session = world.get('MirrorSession', key);
    if (!session) return undefined;
    const { namespace } = session.meta;
    const name = session.spec.sink.pod?.name;
    const permission = mirroringPermits(world, session);
    if (permission || name === undefined) return permission;
    const pod = world.get('Pod', `${namespace}/${name}`);
    if (!pod || pod.terminal)
      return {
        reason: 'RefNotFound',
        message: `There is no pod ${name} in namespace ${namespace}${pod ? ' that still runs' : ''}. Copying begins when it comes; or make a session with another sink.`,
      };
    if (pod.hostNetwork)
      return {
        reason: 'RefNotAccepted',
        message: `Pod ${name} uses the network of its node and has no port of its own. Make a session with another sink.`,
      };
    return undefined;
  },
};

/** Why a session is not accepted. */
export const sessionFinding: Derivation<Inputs, Finding | undefined> = {
  name: 'sessionFinding',
  compute(world, key) {
    const session = world.get('MirrorSession', key);
    if (!session) return undefined;
    if (sinkIsMirrored(world, session))
      return {
        reason: 'SinkIsMirrored',
        message: `Pod ${session.spec.sink.pod?.name} gets the copies and is selected itself. Select other pods, or name another sink.`,
      };
    return claimTaken(world, key, session);
  },
};

function sinkIsMirrored(world: World<Inputs>, { meta, spec }: MirrorSessionFacts): boolean {
  const pod = spec.sink.pod && world.get('Pod', `${meta.namespace}/${spec.sink.pod.name}`);
  return pod !== undefined && selects(spec.podSelector, pod.labels);
}

/** Whether a session counts where only one can have something: one that is over, or may not, keeps it from nobody. */
const hasClaim: Derivation<Inputs, boolean> = {
  name: 'hasClaim',
  compute(world, key) {
    const session = world.get('MirrorSession', key);
    return (
      session !== undefined &&
      world.get('Clock', key)?.expired !== true &&
      !mirroringPermits(world, session) &&
      !sinkIsMirrored(world, session)
    );
  },
};

function claimTaken(world: World<Inputs>, key: string, session: MirrorSessionFacts): Finding | undefined {
  if (!world.derive(hasClaim, key)) return undefined;
  const [winner] = world
    .list(sessionsByClaim, mirrorClaim(session.meta.uid, session.spec.sink))
    .filter((other) => world.derive(hasClaim, other))
    .map((other) => world.get('MirrorSession', other)!)
    // Who copies now goes before who was accepted once and was not permitted to.
    .sort((a, b) => Number(b.programmed) - Number(a.programmed) || precedes(a, b));
  const holder = winner && `${winner.meta.namespace}/${winner.meta.name}`;
  if (holder === undefined || holder === key) return undefined;
  const { nodeInterface, gre, erspan } = session.spec.sink;
  const held = `is that of mirrorsessions.subnetes.io ${holder}, which has it already.`;
  if (nodeInterface) {
    const message = `Interface ${nodeInterface.name} ${held} Make a session with another one, for example ${freeInterface(world)}.`;
    return { reason: 'PortTaken', message };
  }
  if (gre)
    return {
      reason: 'PortTaken',
      message: `The tunnel ${sinkText(session.spec.sink)} ${held} Make a session with another key.`,
    };
  if (erspan)
    return {
      reason: 'PortTaken',
      message: `The tunnel ${sinkText(session.spec.sink)} ${held} Make a session with another index.`,
    };
  return {
    reason: 'PortTaken',
    message: `The number of its copies between nodes ${held} Delete this session and make it anew.`,
  };
}

function freeInterface(world: World<Inputs>): string {
  for (let number = 0; ; number++)
    if (world.count(sessionsByClaim, `interface mirror${number}`) === 0) return `mirror${number}`;
}

/** A session in force; `undefined` while it is refused, not permitted, over, or while it is not known whether it is over. */
export const mirrorPlan: Derivation<Inputs, MirrorPlan | undefined> = {
  name: 'mirrorPlan',
  compute(world, key) {
    const session = world.get('MirrorSession', key);
    if (!session || world.get('Clock', key)?.expired !== false) return undefined;
    if (world.derive(sessionFinding, key) || world.derive(sessionReferences, key)) return undefined;
    const { pod } = session.spec.sink;
    const sink = pod && world.derive(podPort, `${session.meta.namespace}/${pod.name}`);
    return { sink, relay: sink && relayOf(world, session, sink) };
  },
};

function relayOf(world: World<Inputs>, { meta }: MirrorSessionFacts, { node }: PodPort): MirrorSessionRelay {
  const address = world.get('NodeNetwork', node)?.tunnelAddress;
  return { node, key: relayKey(meta.uid), ...(address === undefined ? {} : { address }) };
}

/** The pods that a session selects and that have a port, with their nodes, sorted. */
export const selectedPods: Derivation<Inputs, readonly { readonly pod: string; readonly node: string }[]> = {
  name: 'selectedPods',
  compute(world, key) {
    const session = world.get('MirrorSession', key);
    if (!session) return [];
    return world.list(podsOfNamespace, session.meta.namespace).flatMap((pod) => {
      if (!selects(session.spec.podSelector, world.get('Pod', pod)?.labels ?? {})) return [];
      const port = world.derive(podPort, pod);
      return port ? [{ pod, node: port.node }] : [];
    });
  },
};
