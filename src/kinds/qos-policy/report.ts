/** What `kubectl get vqos` shows. A policy has no rows of its own: its limits are rows of the IPs of the pods that it selects. */
import type { Verdict } from '../../api/index.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { portOf } from '../../topology/ip.ts';
import { configOf } from '../../topology/join-network.ts';
import { policyFinding, policySelection, type Selection } from '../../topology/qos.ts';
import { type Finding, noNetworkConfig, verdict } from '../../topology/verdict.ts';
import type { Report } from '../kind.ts';

/** The status of one QoSPolicy. */
export function report(world: World<Inputs>, key: string): Report | undefined {
  const policy = world.get('QoSPolicy', key);
  if (!policy) return undefined;
  const selection = world.derive(policySelection, key);
  const finding = world.derive(policyFinding, key);
  return {
    verdicts: {
      Accepted: verdict('Accepted', finding),
      ResolvedRefs: verdict('ResolvedRefs', referenceFinding(world, selection)),
      Programmed: finding
        ? { status: 'False', reason: 'Withheld', message: 'Nothing of it is in the database.' }
        : programmed(world, selection.ips),
      Ready: ready(world, selection),
    },
    status: { pods: { selected: selection.selected, shadowed: selection.shadowed } },
  };
}

function referenceFinding(world: World<Inputs>, { denied }: Selection): Finding | undefined {
  if (!configOf(world)) return noNetworkConfig;
  if (!denied) return undefined;
  return {
    reason: 'MarkingDenied',
    message: `Subnet ${denied.subnet} of pod ${denied.pod} does not permit marks (spec.qos.marking: Denied): the limits are in force there, dscp is not. Remove dscp, select other pods, or ask the network admin to permit marks.`,
  };
}

/** The worst of the ports. One that is not in the database yet does not count: its limits come with it, in one transaction. */
function programmed(world: World<Inputs>, ips: readonly string[]): Verdict {
  for (const key of ips) {
    const programming = world.get('Programming', `IP/${key}`);
    if (programming?.state === 'failed')
      return {
        status: 'False',
        reason: (programming.reason ?? 'Internal') as Verdict['reason'],
        message: `ips.subnetes.io ${key}: ${programming.message ?? ''}`,
      };
  }
  if (ips.some((key) => world.get('Programming', `IP/${key}`)?.state === 'held'))
    return { status: 'True', reason: 'Held', message: 'Some pods keep the limits of an earlier generation.' };
  const connected = world.get('Database', 'northbound')?.connected ?? false;
  if (!connected && ips.some((key) => world.get('Programming', `IP/${key}`)?.state !== 'programmed'))
    return {
      status: 'Unknown',
      reason: 'DatabaseUnreachable',
      message: 'The northbound database does not answer; the limits are written when it does.',
    };
  return { status: 'True', reason: 'Programmed', message: '' };
}

function ready(world: World<Inputs>, { ips, selected, shadowed, shadowedBy }: Selection): Verdict {
  if (selected === 0)
    return {
      status: 'True',
      reason: 'NoMatchingPods',
      message: 'No pod of this namespace matches podSelector now; the first that does has the limits from its start.',
    };
  // A port that is not up yet comes up with its limits.
  const pending = ips.filter(
    (key) =>
      world.get('Programming', `IP/${key}`)?.realised === false && world.get('Port', portOf(world.get('IP', key)!))?.up,
  );
  if (pending.length > 0)
    return { status: 'False', reason: 'NodesPending', message: 'Written; waits for ovn-northd to take it up.' };
  if (shadowed === 0) return { status: 'True', reason: 'InForce', message: '' };
  return shadowedVerdict(selected, shadowed, shadowedBy);
}

function shadowedVerdict(selected: number, shadowed: number, by: Selection['shadowedBy']): Verdict {
  const who = shadowed === selected ? `None of the ${selected}` : `Only ${selected - shadowed} of the ${selected}`;
  const others = shadowed === selected ? 'them' : 'the others';
  const why = by?.tooMany
    ? `too many policies or rules govern ${others} before it, first QoSPolicy ${by.name}. Join policies, or narrow their selectors.`
    : `one of the same priority governs ${others}, as QoSPolicy ${by?.name}. Give the policies different priorities, or narrow the selectors.`;
  return {
    status: 'True',
    reason: shadowed === selected ? 'Shadowed' : 'PartlyShadowed',
    message: `${who} selected pods ${selected - shadowed === 1 ? 'is' : 'are'} governed by it: ${why}`,
  };
}
