// Which of upstream's specs are not run, and why.
import type { Spec } from './suite.ts';

/** What the machine of the bed can do. */
export interface Abilities {
  /** Whether its kernel has SCTP sockets. */
  readonly sctp: boolean;
}

/** Specs that are not run. */
interface Exclusion {
  readonly pattern: RegExp;
  readonly reason: string;
  /** Whether it holds on a machine; always when absent. */
  readonly when?: (abilities: Abilities) => boolean;
}

const exclusions: readonly Exclusion[] = [
  {
    pattern: /^LoadBalancers |\[Provider:GCE\]/,
    reason: "needs a cloud provider that carries packets from outside to a LoadBalancer Service's address",
  },
  // The second asks the real DNS for the name of 8.8.8.8 before it puts a server of its own in front of it.
  {
    pattern: /^Networking should provider? Internet connection|should forward PTR records lookup/,
    reason: 'needs the Internet',
  },
  {
    pattern:
      /^KubeProxy |^kube-proxy |should check kube-proxy urls|restarting kube-proxy|should recreate its iptables rules/,
    reason: 'tests kube-proxy itself, which this cluster has not',
  },
  {
    pattern: /work after restarting apiserver/,
    reason: 'restarts the API server as a static pod; here it is a process (make test restarts it under traffic)',
  },
  {
    pattern: /^Netpol \[Feature:SCTPConnectivity\]|: sctp\b/,
    reason:
      'the kernel of this machine has no SCTP sockets (CONFIG_IP_SCTP); SCTP is tested packet by packet in make test',
    when: ({ sctp }) => !sctp,
  },
  {
    // Seen here: datagrams of 1400 bytes come to an endpoint through its Service, those of 1500 only to the endpoint's own address.
    // ovn-northd's ls_in_lb matches udp.dst after conntrack. The specs with endpoints on the host network pass up to this last step.
    pattern: /should be able to handle large requests: udp|should function for service endpoints using hostNetwork/,
    reason:
      "sends fragments to a Service: OVN's load balancers match ports, which only the first fragment has; the kernel's datapath " +
      'reassembles before that, Open vSwitch in user space, which is what this bed has, does not',
  },
  {
    pattern: /^\[Feature:PerformanceDNS\]/,
    reason: 'a load test of the cluster DNS with 10,000 Services',
  },
  {
    pattern: /^Networking IPerf2/,
    reason: 'a measurement: it prints a bandwidth, needs iperf 2, and fails for no bandwidth',
  },
];

/** Specs that are run and known to fail: what the product does otherwise, and why. */
const deviations: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  {
    pattern: /session affinity timeout work/,
    reason:
      'a client stays with its endpoint for longer than timeoutSeconds, which is a lower bound here: endpoints are chosen by the hash of the ' +
      "client's address. OVN's own affinity_timeout would end it, and loses the first connection of each client, on every version",
  },
];

/** Why a spec is known to fail; undefined when it should pass. */
export function deviationOf(spec: Spec): string | undefined {
  return deviations.find(({ pattern }) => pattern.test(shortName(spec)))?.reason;
}

/** A spec's name without the name of its group, which all have. */
export const shortName = ({ name }: Spec): string => name.replace(/^\[sig-network\] /, '');

/** Why a spec is not run; undefined when it is. */
export function exclusionOf(spec: Spec, abilities: Abilities): string | undefined {
  return exclusions.find(({ pattern, when }) => pattern.test(shortName(spec)) && (when?.(abilities) ?? true))?.reason;
}

/** Exclusions that no spec of the suite is affected by: leftovers of another version. */
export function staleExclusions(specs: readonly Spec[]): readonly RegExp[] {
  return exclusions.flatMap(({ pattern }) => (specs.some((spec) => pattern.test(shortName(spec))) ? [] : [pattern]));
}
