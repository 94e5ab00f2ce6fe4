/**
 * The agent's line as sandboxes see it: a sandbox is put into the store, the line writes its port, and what was written is read
 * off the replica. The database is the only memory: `recall` finds the sandboxes of an earlier life of the agent there.
 */
import type { OvsdbClient, Row } from '../../src/ovsdb/index.ts';
import type { Line } from '../../src/reconcile/line.ts';
import { equal } from '../../src/store/equal.ts';
import type { Store } from '../../src/store/store.ts';
import { type AgentInputs, local } from '../../src/vswitch/facts.ts';
import { nodeInstallation } from '../../src/vswitch/managed.ts';
import { interfaceId, portId } from '../../src/vswitch/port.ts';
import { recallSandbox, sandboxKey } from '../../src/vswitch/sandbox.ts';
import { CniError, cniCodes } from '../cni/spec.ts';
import type { AttachmentKey } from './cni-request.ts';
import { hostInterfaceName } from './host-interface-name.ts';
import type { Ports, Sandbox } from './sandboxes.ts';
import { Waiters } from './waiters.ts';

/** What {@link SandboxPorts} works with. */
export type SandboxPortsOptions = {
  readonly line: Line<AgentInputs>;
  readonly store: Store<AgentInputs>;
  readonly client: OvsdbClient;
  /** How long a removal may take, in milliseconds. */
  readonly removeTimeoutMs?: number;
};

/** The ports of this node's sandboxes. */
export class SandboxPorts implements Ports {
  readonly #options: SandboxPortsOptions;
  /** What is wanted, ahead of the store by what waits at the line's intake. */
  readonly #wanted = new Map<string, Sandbox>();
  readonly #waiters = new Waiters();

  constructor(options: SandboxPortsOptions) {
    this.#options = options;
    options.client.replica.on('changes', () => this.#waiters.changed());
    options.client.on('disconnected', () => this.#waiters.changed());
    options.line.afterDrain(() => this.#waiters.changed());
  }

  /** Takes over the sandboxes that the database knows. Must run before the line does, which removes ports that nobody wants. */
  recall(): void {
    for (const row of this.#options.client.replica.table('Interface').rows()) {
      if (!isOurs(row)) continue;
      const sandbox = recallSandbox(row);
      if (!sandbox || sandbox.hostInterface !== hostInterfaceName(sandbox)) continue;
      this.#wanted.set(sandboxKey(sandbox), sandbox);
      this.#options.line.put('Sandbox', sandboxKey(sandbox), sandbox);
    }
  }

  list(): readonly Sandbox[] {
    return [...this.#wanted.values()];
  }

  get(key: AttachmentKey): Sandbox | undefined {
    return this.#wanted.get(sandboxKey(key));
  }

  async put(sandbox: Sandbox, signal: AbortSignal): Promise<void> {
    const key = sandboxKey(sandbox);
    this.#wanted.set(key, sandbox);
    this.#options.line.put('Sandbox', key, sandbox);
    let arrived = false; // before that, the store speaks of an earlier try
    this.#options.line.submit(() => {
      arrived = true;
    });
    await this.#waiters.until(() => {
      const programming = this.#options.store.world.get('Programming', `Sandbox/${key}`);
      if (arrived && programming?.state === 'failed')
        throw new CniError(
          cniCodes.tryAgainLater,
          `Open vSwitch refuses the port: ${programming.message ?? 'unknown'}`,
        );
      return this.#isWritten(sandbox);
    }, signal);
  }

  async remove(key: AttachmentKey): Promise<void> {
    this.#wanted.delete(sandboxKey(key));
    this.#options.line.remove('Sandbox', sandboxKey(key));
    const timeoutMs = this.#options.removeTimeoutMs ?? 30_000;
    const late = new AbortController();
    const text = `the port of sandbox ${key.containerId} is still in Open vSwitch after ${timeoutMs / 1000} s`;
    const deadline = setTimeout(() => late.abort(new CniError(cniCodes.tryAgainLater, text)), timeoutMs);
    try {
      await this.#waiters.until(() => {
        if (!this.#options.client.connected)
          throw new CniError(cniCodes.tryAgainLater, 'Open vSwitch does not answer on this node: start ovsdb-server');
        return this.#interface(key) === undefined && this.#port(key) === undefined;
      }, late.signal);
    } finally {
      clearTimeout(deadline);
    }
  }

  async installed(key: AttachmentKey, signal: AbortSignal): Promise<void> {
    await this.#waiters.until(() => externalId(this.#interface(key), 'ovn-installed') === 'true', signal);
  }

  #isWritten(sandbox: Sandbox): boolean {
    const row = this.#interface(sandbox);
    const port = this.#port(sandbox);
    const bridge = this.#options.store.world.get('OpenVSwitch', local)?.bridge;
    const ports = bridge && this.#options.client.replica.table('Bridge').get(bridge)?.ports;
    return (
      row !== undefined &&
      port !== undefined &&
      equal(recallSandbox(row), sandbox) &&
      ports instanceof Set &&
      ports.has(port._uuid)
    );
  }

  #interface(key: AttachmentKey): Row | undefined {
    const uuid = interfaceId(`Sandbox/${sandboxKey(key)}`, hostInterfaceName(key));
    return this.#options.client.replica.table('Interface').get(uuid);
  }

  #port(key: AttachmentKey): Row | undefined {
    const uuid = portId(`Sandbox/${sandboxKey(key)}`, hostInterfaceName(key));
    return this.#options.client.replica.table('Port').get(uuid);
  }
}

function isOurs(row: Row): boolean {
  return (
    externalId(row, 'subnetes-installation') === nodeInstallation &&
    (externalId(row, 'subnetes-owner') ?? '').startsWith('Sandbox/')
  );
}

function externalId(row: Row | undefined, key: string): string | undefined {
  const ids = row?.external_ids;
  const value = ids instanceof Map ? ids.get(key) : undefined;
  return typeof value === 'string' ? value : undefined;
}
