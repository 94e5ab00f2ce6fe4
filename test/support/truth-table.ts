// A small cluster of pods of which everyone asks everyone else, on every port and in both families, and an oracle that says what must get through.
import type { Cluster, RunningPod } from './cluster.ts';
import { forPod, ip } from './objects.ts';
import { chosenOvnVersion } from './ovn-root.ts';
import { type ClusterSpec, type Connection, judge, type Policy, type PolicyPod } from './policy-oracle.ts';
import { type Probe, Prober } from './prober.ts';

/** The namespaces of a table and their labels; in each are pods a, b and c. */
export const tableNamespaces: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  x: { team: 'a' },
  y: { team: 'b' },
  z: {},
};

/** The same name is another number on pod c. */
const portsOf = (pod: string) => [
  { name: 'web', containerPort: pod === 'c' ? 8081 : 8080, protocol: 'TCP' },
  { name: 'dns', containerPort: 8080, protocol: 'UDP' },
  ...(pod === 'b' ? [{ name: 'sig', containerPort: 8080, protocol: 'SCTP' }] : []),
];
const served = [
  { protocol: 'TCP', port: 8080 },
  { protocol: 'TCP', port: 8081 },
  { protocol: 'UDP', port: 8080 },
  { protocol: 'SCTP', port: 8080 },
] as const;

/**
 * Open vSwitch 3.1 in user space knows an SCTP association by its addresses alone, so that one between two pods is a reply to any other
 * between them: a limit of what the test bed forwards with, not of policies.
 */
const asked = served.filter(({ protocol }) => protocol !== 'SCTP' || chosenOvnVersion() !== '23.03');

interface Place extends PolicyPod {
  readonly name: string;
  readonly running: RunningPod;
  readonly prober: Prober;
}

interface Cell {
  readonly from: Place;
  readonly probe: Probe;
  readonly connection: Connection;
  readonly what: string;
}

/** The pods of a table, and how often the oracle said what. */
export class TruthTable {
  readonly #places: readonly Place[];
  readonly #cells: readonly Cell[];
  /** Cells that policies decided, by what the oracle said. */
  readonly decided = { passes: 0, blocked: 0 };
  /** How often each tier said what about a cell, like "Admin Pass". */
  readonly said = new Map<string, number>();

  private constructor(places: readonly Place[]) {
    this.#places = places;
    this.#cells = cellsOf(places);
  }

  /** Makes namespaces and pods in a cluster of nodes n1 and n2. */
  static async start(cluster: Cluster): Promise<TruthTable> {
    const labelled = Object.entries(tableNamespaces).map(([name, labels]) => ({ name, labels }));
    await cluster.namespaces(...labelled);
    const all = labelled.flatMap(({ name, labels }) =>
      ['a', 'b', 'c'].map((pod) => ({ namespace: name, namespaceLabels: labels, pod })),
    );
    // The same addresses in every run, or a seed would not be the same world.
    const addresses = (index: number) => [`10.244.0.${20 + index}`, `fd00:10:244::${20 + index}`];
    await cluster.apply(
      ...all.map(({ namespace, pod }, index) =>
        ip(pod, namespace, 'default', { addresses: addresses(index), ...forPod(pod) }),
      ),
    );
    const places = await Promise.all(
      all.map(async ({ namespace, namespaceLabels, pod }, index): Promise<Place> => {
        const labels = { app: pod, ...(index % 2 === 0 ? { tier: 'front' } : {}) };
        const ports = portsOf(pod);
        const running = await cluster.runPod(pod, { namespace, node: index % 2 === 0 ? 'n1' : 'n2', labels, ports });
        const prober = await Prober.start(running.netns, `${namespace}-${pod}`, served);
        const namedPorts = ports.map(({ name, protocol, containerPort }) => ({ name, protocol, port: containerPort }));
        return {
          name: `${namespace}/${pod}`,
          namespace,
          namespaceLabels: { ...namespaceLabels, 'kubernetes.io/metadata.name': namespace },
          labels,
          namedPorts,
          running,
          prober,
        };
      }),
    );
    return new TruthTable(places);
  }

  /** Ends its processes. */
  async stop(): Promise<void> {
    await Promise.all(this.#places.map(({ prober }) => prober.stop()));
  }

  /** The addresses of all pods, in order. */
  get addresses(): readonly string[] {
    return this.#places.flatMap(({ running }) => running.addresses).sort();
  }

  /** Cells that disagree with the oracle, in words. What was not answered is asked again: on a busy machine an answer may be late. */
  async disagreements(
    policies: readonly Policy[],
    clusterPolicies: readonly ClusterSpec[] = [],
  ): Promise<readonly string[]> {
    const cells = this.#cells;
    // Neighbours are to be found under these policies, not remembered from before.
    await Promise.all(this.#places.map(({ running }) => running.from('ip', ['-6', 'neigh', 'flush', 'dev', 'eth0'])));
    const measured = new Map(await this.#measure(cells, 1.5));
    const missing = cells.filter((cell) => !measured.get(cell));
    for (const [cell, reached] of await this.#measure(missing, 3)) measured.set(cell, reached);
    const expected = new Map(cells.map((cell) => [cell, this.#expect(cell, policies, clusterPolicies)]));
    return cells
      .filter((cell) => expected.get(cell) !== measured.get(cell))
      .map((cell) => `${cell.what}: ${measured.get(cell) ? 'passes' : 'is blocked'}`);
  }

  #expect({ connection }: Cell, policies: readonly Policy[], clusterPolicies: readonly ClusterSpec[]): boolean {
    const { passes, because } = judge(policies, clusterPolicies, connection);
    if (policies.length + clusterPolicies.length > 0) this.decided[passes ? 'passes' : 'blocked']++;
    for (const each of because) this.said.set(each, (this.said.get(each) ?? 0) + 1);
    return passes;
  }

  async #measure(cells: readonly Cell[], seconds: number): Promise<ReadonlyMap<Cell, boolean>> {
    const results = new Map<Cell, boolean>();
    await Promise.all(
      this.#places.map(async (from) => {
        const own = cells.filter((cell) => cell.from === from);
        const answers = await from.prober.ask(
          own.map(({ probe }) => probe),
          seconds,
        );
        for (const [index, cell] of own.entries()) results.set(cell, answers[index] ?? false);
      }),
    );
    return results;
  }
}

const cellsOf = (places: readonly Place[]): readonly Cell[] =>
  places.flatMap((from) =>
    places
      .filter((to) => to !== from)
      .flatMap((to) =>
        asked.flatMap(({ protocol, port }) =>
          to.running.addresses.map((address): Cell => {
            const own = from.running.addresses.find((each) => each.includes(':') === address.includes(':')) ?? '';
            const connection = { from: { address: own, pod: from }, to: { address, pod: to }, protocol, port };
            return {
              from,
              probe: { address, protocol, port },
              connection,
              what: `${from.name} to ${to.name} ${protocol} ${port} at ${address}`,
            };
          }),
        ),
      ),
  );
