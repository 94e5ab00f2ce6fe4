// A node's line without a node: the agent's store, translations and database connection on a real ovsdb-server, and ovs-vsctl as the
// hand of everybody else.
import { LocalDatabase } from '../../operator/agent/local-database.ts';
import { SandboxPorts } from '../../operator/agent/sandbox-ports.ts';
import { vswitch as translateNodeNetwork } from '../../src/kinds/node-network/vswitch.ts';
import { silentLog } from '../../src/log.ts';
import type { Change } from '../../src/reconcile/diff.ts';
import { FencedError, Line } from '../../src/reconcile/line.ts';
import { type Index, Store } from '../../src/store/store.ts';
import { indexes } from '../../src/topology/indexes.ts';
import { translateChassis } from '../../src/vswitch/chassis.ts';
import { type AgentInputs, type HostFacts, local, type SandboxFacts } from '../../src/vswitch/facts.ts';
import { nodeInstallation, vswitch } from '../../src/vswitch/managed.ts';
import { translateSandbox } from '../../src/vswitch/sandbox.ts';
import { translateUplink } from '../../src/vswitch/uplink.ts';
import type { OvsdbServer } from '../support/ovsdb-server.ts';

/** What a node without any setting of its own is like. */
export const host: HostFacts = {
  node: 'n1',
  southbound: ['tcp:192.0.2.1:6642'],
  datapath: 'Userspace',
  addresses: [{ address: '192.0.2.11', mtu: 1500 }],
  versions: { agent: '0.0.0', kernel: '6' },
};

/** A sandbox of this number. */
export function sandbox(number: number, hostInterface: string): SandboxFacts {
  return {
    containerId: `container-${number}`,
    ifname: 'eth0',
    netns: `/run/netns/p${number}`,
    hostInterface,
    pod: { namespace: 'team-a', name: `web-${number}`, uid: `uid-${number}` },
    port: `team-a.web-${number}`,
    mac: `0a:58:0a:01:00:0${number}`,
    mtu: 1400,
    addresses: [
      { cidr: `10.1.0.${number}/24`, gateway: '10.1.0.1' },
      { cidr: `fd01::${number}/64`, gateway: 'fd01::1' },
    ],
  };
}

/** One life of an agent's line. */
export class NodeLine {
  readonly store = new Store<AgentInputs>(indexes as readonly Index<AgentInputs>[]);
  readonly line: Line<AgentInputs>;
  readonly database: LocalDatabase;
  readonly ports: SandboxPorts;
  /** All changes that were committed. */
  readonly committed: Change[] = [];
  readonly healed: Change[] = [];
  /** Number of passes so far. */
  passes = 0;
  /** What ended the line, if something did. */
  fenced: FencedError | undefined;
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;

  constructor(server: OvsdbServer) {
    this.database = new LocalDatabase({
      endpoint: server.endpoint,
      onFacts: (facts) => this.line.put('OpenVSwitch', local, facts),
      log: silentLog,
    });
    this.line = new Line<AgentInputs>({
      store: this.store,
      kinds: [
        { kind: 'OpenVSwitch', translate: translateChassis },
        { kind: 'NodeNetwork', translate: translateNodeNetwork },
        { kind: 'Sandbox', translate: translateSandbox },
        { kind: 'Uplink', translate: translateUplink },
      ],
      database: this.database.client,
      dialect: vswitch,
      installation: nodeInstallation,
      fence: () => this.database.fence(),
      observer: {
        committed: (_transactions, changes) => this.committed.push(...changes),
        healed: (_owner, change) => this.healed.push(change),
        passed: () => void this.passes++,
        failed: (owner, error) => {
          throw new Error(`${owner} failed`, { cause: error });
        },
      },
    });
    this.ports = new SandboxPorts({ line: this.line, store: this.store, client: this.database.client });
  }

  /** Connects, takes over what is there, and runs. */
  async start(facts: HostFacts = host): Promise<this> {
    await this.database.start(this.#stop.signal);
    this.ports.recall();
    this.line.put('Host', local, facts);
    this.run();
    await this.settled();
    return this;
  }

  /** Runs the line. */
  run(): void {
    this.#running = this.line.run(this.#stop.signal).catch((error: unknown) => {
      if (!(error instanceof FencedError)) throw error;
      this.fenced = error;
    });
  }

  /** Resolves when everything that was put before the call has gone through a pass. */
  async settled(): Promise<void> {
    await new Promise<void>((resolve) => {
      let before = Number.POSITIVE_INFINITY;
      this.line.submit(() => {
        before = this.passes;
      });
      this.line.afterDrain(() => {
        if (this.passes > before) resolve();
      });
    });
  }

  /** Ends it as a killed process would: the connection breaks, nothing is put down. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.database.stop();
    await this.#running;
  }
}
