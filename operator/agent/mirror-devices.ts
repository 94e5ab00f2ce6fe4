/**
 * The kernel's side of mirrors: ovs-vswitchd makes an interface, this puts it up, keeps the node's own packets off it, and lets the kernel
 * hand what comes out of it on to a pod's link (tc(8), tc-u32(8), tc-mirred(8)). The pod's port itself can be no output of a mirror: it
 * would lose its own network.
 */
import type { Log } from '../../src/log.ts';
import { equal } from '../../src/store/equal.ts';
import type { DeviceFacts } from '../../src/vswitch/facts.ts';
import { type MirrorDevice, requestedMirrorPort } from '../../src/vswitch/mirrors.ts';
import type { DevicePort } from './attachment-devices.ts';
import { CommandError, runCommand } from './command.ts';
import { Signal, settleEach } from './signal.ts';
import { setSysctl } from './sysctl.ts';

/** How {@link MirrorDevices} is set up. */
export type MirrorDevicesOptions = {
  /** The device's port of ours, as the database shows it; `undefined` while it has none. */
  readonly portOf: (device: string) => (DevicePort & { readonly error: string | undefined }) | undefined;
  /** Called when the facts of a device change; with `undefined` when it is no longer wanted. */
  readonly onFacts: (device: string, facts: DeviceFacts | undefined) => void;
  readonly log: Log;
  /** First pause after a failure, in milliseconds; it doubles up to 30 s. */
  readonly backOffMs?: number;
};

/** What the kernel was told of a device: forgotten with the device, whose number is never given again. */
type Told = {
  readonly number: number;
  readonly handTo: { readonly name: string; readonly number: number } | undefined;
};

/** A link as `ip -j link show` prints it, as far as it is read. */
type Link = { readonly ifindex: number; readonly flags: readonly string[] };

/** Keeps the interfaces of all mirrors as they should be. */
export class MirrorDevices {
  readonly #options: MirrorDevicesOptions;
  readonly #facts = new Map<string, DeviceFacts | undefined>();
  readonly #told = new Map<string, Told>();
  readonly #due: Signal;
  #wanted: readonly MirrorDevice[] = [];

  constructor(options: MirrorDevicesOptions) {
    this.#options = options;
    this.#due = new Signal(() => this.#settleAll(), { backOffMs: options.backOffMs });
  }

  /** Says what is wanted from now on. */
  want(devices: readonly MirrorDevice[]): void {
    this.#wanted = devices;
    this.look();
  }

  /** Whether a line of `ip monitor`, or the name of an interface, concerns one of the devices; the empty line concerns all. */
  concerns(line: string): boolean {
    if (this.#wanted.length === 0) return false;
    if (line === '') return true;
    const words = line.split(/[\s:@]+/);
    return this.#wanted.some(
      ({ device, handTo }) => words.includes(device) || (handTo !== undefined && words.includes(handTo)),
    );
  }

  /** Makes it look again. */
  look(): void {
    this.#due.raise();
  }

  /** Resolves when nothing is going on any more. The devices stay as they are. */
  async stop(): Promise<void> {
    await this.#due.stop();
  }

  async #settleAll(): Promise<void> {
    const wanted = this.#wanted;
    for (const device of [...this.#facts.keys()]) {
      if (wanted.some((each) => each.device === device)) continue;
      this.#told.delete(device);
      this.#facts.delete(device);
      this.#options.onFacts(device, undefined);
    }
    await settleEach(wanted, (device) => this.#settle(device));
  }

  async #settle({ device, handTo }: MirrorDevice): Promise<void> {
    const losses = this.#facts.get(device)?.losses ?? 0;
    try {
      const port = this.#options.portOf(device);
      if (port?.error !== undefined) {
        const problem = `Open vSwitch can not make the interface ${device}: ${port.error}. If one exists that is none of ours, remove it or make a session with another interface.`;
        this.#tell(device, { losses, problem });
        return;
      }
      // An interface of this name may be somebody else's: it is touched only once ovs-vswitchd says that it made it.
      if ((port?.number ?? 0) <= 0) {
        this.#tell(device, undefined);
        return;
      }
      const link = await linkOf(device);
      if (!link) {
        // Once ovs-vswitchd has done what was asked of it last: before that, the device may still be in the making.
        const asked = requestedMirrorPort(device, losses);
        const lost = port?.requested === asked && (asked ?? port?.number) === port?.number;
        if (lost) this.#options.log.warn('the interface of a mirror was deleted and is made anew', { device });
        const problem = `Interface ${device} does not exist: does ovs-vswitchd run?`;
        this.#tell(device, { losses: lost ? losses + 1 : losses, problem });
        return;
      }
      await this.#prepare(device, link);
      const target = handTo === undefined ? undefined : await linkOf(handTo);
      if (handTo !== undefined && !target) {
        this.#tell(device, {
          losses,
          problem: `Interface ${handTo} of the pod that gets the copies does not exist.`,
        });
        return;
      }
      const wanted: Told = {
        number: link.ifindex,
        handTo: target && { name: handTo ?? '', number: target.ifindex },
      };
      if (!equal(wanted, this.#told.get(device))) {
        if (handTo !== undefined) await handOn(device, handTo);
        this.#told.set(device, wanted);
        this.#options.log.info('a mirror has its interface', { device, handTo });
      }
      this.#tell(device, { losses, problem: undefined });
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      this.#options.log.warn('the interface of a mirror can not be set up', { device, error });
      const reason = error.stderr.replaceAll('\n', '; ');
      this.#tell(device, { losses, problem: `Interface ${device} can not be set up: ${reason}.` });
      throw error;
    }
  }

  /** Up, and without a word of the node's own: IPv6 would greet its neighbours there. */
  async #prepare(device: string, link: Link): Promise<void> {
    await setSysctl(`ipv6/conf/${device}/disable_ipv6`, 1);
    if (!link.flags.includes('UP')) await runCommand('ip', ['link', 'set', 'dev', device, 'up']);
  }

  #tell(device: string, facts: DeviceFacts | undefined): void {
    if (this.#facts.has(device) && equal(this.#facts.get(device), facts)) return;
    this.#facts.set(device, facts);
    this.#options.onFacts(device, facts);
  }
}

/** Every frame that comes out of one interface goes into the other, and nowhere else. */
async function handOn(from: string, to: string): Promise<void> {
  // What an earlier life of the agent, or of the other interface, left: gone with the hook.
  await runCommand('tc', ['qdisc', 'delete', 'dev', from, 'clsact']).catch((error: unknown) => {
    if (!(error instanceof CommandError)) throw error;
  });
  await runCommand('tc', ['qdisc', 'add', 'dev', from, 'clsact']);
  const all = ['protocol', 'all', 'u32', 'match', 'u32', '0', '0'];
  const action = ['action', 'mirred', 'egress', 'redirect', 'dev', to];
  await runCommand('tc', ['filter', 'add', 'dev', from, 'ingress', 'pref', '1', ...all, ...action]);
}

async function linkOf(device: string): Promise<Link | undefined> {
  try {
    const [link] = JSON.parse(await runCommand('ip', ['-j', 'link', 'show', 'dev', device])) as Link[];
    return link;
  } catch (error) {
    if (error instanceof CommandError && /does not exist|Cannot find device/.test(error.stderr)) return undefined;
    throw error;
  }
}
