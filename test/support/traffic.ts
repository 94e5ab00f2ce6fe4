// Proofs about packets: who reaches whom, and who does not. A proof of silence only counts after a proof that the same sender
// can be heard at all, and first packets are never judged: they may be lost while neighbours and tunnels are resolved.
import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { CommandError, run } from './command.ts';
import type { Manifest } from './manifest.ts';
import { Daemon } from './processes.ts';

/** Runs a program where packets are to be sent from: a pod, a node, a namespace. */
export type Runner = (
  program: string,
  args: readonly string[],
  options?: { readonly timeout?: number },
) => Promise<{ readonly stdout: string }>;

/** A {@link Runner} for a network namespace. */
export function inNamespace(netns: string): Runner {
  return (program, args, options = {}) => run(program, args, { ...options, netns });
}

/** How {@link ping} asks. */
export interface PingOptions {
  /** Echo requests to send, 50 ms apart; 1 when absent. */
  readonly count?: number;
  /** Seconds to wait for the last answer; 1 when absent. */
  readonly wait?: number;
  /** Bytes of payload; with `dontFragment` the proof of an MTU (payload + 28 for IPv4, + 48 for IPv6). */
  readonly size?: number;
  readonly dontFragment?: boolean;
  /** Source address or interface. */
  readonly source?: string;
}

/** Number of echo replies that came back. */
export async function ping(from: Runner, address: string, options: PingOptions = {}): Promise<number> {
  const args = [
    ...['-n', '-q', '-i', '0.05', '-c', String(options.count ?? 1), '-W', String(options.wait ?? 1)],
    ...(options.size === undefined ? [] : ['-s', String(options.size)]),
    ...(options.dontFragment === true ? ['-M', 'do'] : []),
    ...(options.source === undefined ? [] : ['-I', options.source]),
    address,
  ];
  const stdout = await from('ping', args).then(
    (output) => output.stdout,
    (error: unknown) => {
      // Exit code 1: no answers. 2: the kernel would not even send (no route, or too big): no answers either.
      if (error instanceof CommandError && (error.exitCode === 1 || error.exitCode === 2)) return error.stdout;
      throw error;
    },
  );
  return Number(/(\d+) received/.exec(stdout)?.[1] ?? 0);
}

/**
 * Proves that `from` reaches `address`: warms up until the first reply, then wants every one of three.
 * @param seconds how long the warm-up may take; 10 when absent
 */
export async function assertReaches(from: Runner, address: string, what = address, seconds = 10): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  while ((await ping(from, address, { wait: 0.3 })) === 0) {
    if (performance.now() > deadline) assert.fail(`${what} is not reached: no echo reply within ${seconds} s`);
  }
  // One more attempt forgives a single loss on a busy machine, not a path that loses every other packet.
  const first = await ping(from, address, { count: 3 });
  const replies = first === 3 ? first : await ping(from, address, { count: 3 });
  assert.equal(replies, 3, `${what} is reached, but only ${replies} of 3 echo requests were answered`);
}

/**
 * Proves that `from` does not reach `address`.
 * @param control an address that `from` does reach: asked before and after, so that silence can't mean a dead sender
 */
export async function assertSilent(
  from: Runner,
  address: string,
  control: string | undefined,
  what = address,
): Promise<void> {
  if (control !== undefined) await assertReaches(from, control, `the control ${control}`);
  const replies = await ping(from, address, { count: 20 });
  assert.equal(replies, 0, `${what} must not be reached, but ${replies} of 20 echo requests were answered`);
  if (control !== undefined)
    assert.ok((await ping(from, control, { count: 3 })) > 0, `the control ${control} went away meanwhile`);
}

/**
 * A TCP server in a namespace, over IPv4 and IPv6, that answers each connection with `text` (letters, digits, dashes) and closes it.
 * Kill the daemon to end it; it ends with its bed anyway.
 */
export function serveTcp(manifest: Manifest, netns: string, port: number, text: string): Promise<Daemon> {
  assert.match(text, /^[A-Za-z0-9-]+$/); // socat splits its arguments at spaces, colons and commas
  return Daemon.start({
    ...{ name: `serve-${netns}-${port}`, manifest, netns },
    command: ['socat', '-d', '-d', `TCP6-LISTEN:${port},ipv6only=0,fork,reuseaddr`, `EXEC:/bin/echo ${text}`],
    ready: { kind: 'line', pattern: /listening on/ },
  });
}

/** Text that a TCP server at `address` answers within `seconds`; undefined when there is no connection. */
export async function fetchTcp(from: Runner, address: string, port: number, seconds = 3): Promise<string | undefined> {
  const host = address.includes(':') ? `[${address}]` : address;
  const args = ['-T', String(seconds), '-', `TCP:${host}:${port},connect-timeout=${seconds}`];
  try {
    return (await from('socat', args, { timeout: (seconds + 5) * 1000 })).stdout;
  } catch (error) {
    if (error instanceof CommandError && error.exitCode !== undefined) return undefined;
    throw error;
  }
}

/**
 * What a web server answers, by curl.
 * @param host name, IPv4 or IPv6 address without brackets
 * @returns undefined when nothing answers within the time
 */
export async function fetchHttp(
  from: Runner,
  host: string,
  port: number,
  path: string,
  seconds = 3,
): Promise<string | undefined> {
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}${path}`;
  try {
    return (await from('curl', ['-s', '-m', String(seconds), url])).stdout;
  } catch (error) {
    if (error instanceof CommandError) return undefined;
    throw error;
  }
}

/** A UDP server in a namespace, over IPv4 and IPv6, that answers each datagram with `text`. It ends with its bed. */
export function serveUdp(manifest: Manifest, netns: string, port: number, text: string): Promise<Daemon> {
  assert.match(text, /^[A-Za-z0-9-]+$/);
  return Daemon.start({
    ...{ name: `serve-udp-${netns}-${port}`, manifest, netns },
    command: ['socat', '-d', '-d', `UDP6-RECVFROM:${port},ipv6only=0,fork`, `EXEC:/bin/echo ${text}`],
    ready: { kind: 'line', pattern: /receiving on/ },
  });
}

/**
 * Text that a UDP server answers to one datagram within `seconds`; undefined when there is no answer.
 * @param sourcePort from which it is sent: the same for all that shall be one flow
 */
export async function askUdp(
  from: Runner,
  address: string,
  port: number,
  sourcePort: number,
  seconds = 1,
): Promise<string | undefined> {
  const host = address.includes(':') ? `[${address}]` : address;
  // The first address is read from, the one after !! is written to; -t is the time to wait for the answer.
  const args = [
    '-t',
    String(seconds),
    'EXEC:/bin/echo question!!STDOUT',
    `UDP:${host}:${port},sourceport=${sourcePort}`,
  ];
  try {
    return (await from('socat', args, { timeout: (seconds + 5) * 1000 })).stdout || undefined;
  } catch (error) {
    if (error instanceof CommandError && error.exitCode !== undefined) return undefined;
    throw error;
  }
}

/** How {@link iperf} measures. */
export interface IperfOptions {
  /** Namespace of the client, which sends. */
  readonly from: string;
  /** Namespace of the server, and the address by which the client reaches it. */
  readonly to: { readonly netns: string; readonly address: string };
  /** UDP instead of TCP. */
  readonly udp?: boolean;
  /** The server sends, over a connection that the client opened: the way back through NAT. */
  readonly reverse?: boolean;
  /** Seconds to send; 3 when absent. */
  readonly seconds?: number;
  /** Mbit/s that the sender tries to send; as much as it can when absent (UDP: 100). */
  readonly rateMbit?: number;
  /** Port of the server; 5201 when absent. */
  readonly port?: number;
}

/** Mbit/s (of payload) that arrive at the receiver. */
export async function iperf(options: IperfOptions): Promise<number> {
  const { from, to, udp = false, reverse = false, seconds = 3, rateMbit = udp ? 100 : 0, port = 5201 } = options;
  // One test, then the server ends by itself; --forceflush, or "listening" stays in its buffer.
  const serve = ['iperf3', '--server', '--one-off', '--forceflush', '--port', String(port)];
  const server = spawn('ip', ['netns', 'exec', to.netns, ...serve], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  try {
    await printed(server, /Server listening/);
    const args = [
      ...['--client', to.address, '--port', String(port), '--time', String(seconds), '--json'],
      ...['--bitrate', `${rateMbit}M`, '--connect-timeout', '5000'],
      ...(udp ? ['--udp'] : []),
      ...(reverse ? ['--reverse'] : []),
    ];
    const { stdout } = await run('iperf3', args, { netns: from, timeout: (seconds + 20) * 1000 });
    return receivedMbit(JSON.parse(stdout), udp);
  } finally {
    server.kill('SIGKILL');
    await ended;
  }
}

// iperf3 tells UDP's sender and receiver apart only by what was lost.
function receivedMbit(report: unknown, udp: boolean): number {
  const { end } = report as {
    end: {
      sum_received?: { bits_per_second: number };
      sum?: { bits_per_second: number; lost_percent: number };
    };
  };
  const bits = udp
    ? (end.sum?.bits_per_second ?? 0) * (1 - (end.sum?.lost_percent ?? 100) / 100)
    : end.sum_received?.bits_per_second;
  if (bits === undefined) throw new Error(`iperf3 measured nothing: ${JSON.stringify(report).slice(0, 500)}`);
  return bits / 1e6;
}

/** How {@link pingSeries} asks. */
export interface PingSeriesOptions {
  /** Namespace that sends. */
  readonly from: string;
  readonly address: string;
  /** Seconds to send for. */
  readonly seconds: number;
  /** What happens meanwhile; called as soon as ten echo requests were answered. */
  readonly during?: () => Promise<void>;
}

/** What came of a series of echo requests. */
export interface PingSeries {
  readonly sent: number;
  readonly lost: number;
  /** Longest time without a reply, in milliseconds; 50 when none was lost or late. */
  readonly longestGapMs: number;
}

/** Sends 20 echo requests per second and finds the longest time without a reply: how long a failover takes. */
export async function pingSeries(options: PingSeriesOptions): Promise<PingSeries> {
  const sent = options.seconds * 20;
  const ping = ['ping', '-n', '-D', '-i', '0.05', '-W', '1', '-c', String(sent), options.address];
  const args = ['netns', 'exec', options.from, ...ping];
  // What ping says on standard error is of packets that it could not even send; they count as lost.
  const child = spawn('ip', args, { stdio: ['ignore', 'pipe', 'ignore'], timeout: (options.seconds + 30) * 1000 });
  const ended = once(child, 'close');
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  try {
    await printed(child, /(?:time=\d[\s\S]*?){10}/);
    await options.during?.();
  } catch (error) {
    child.kill('SIGKILL');
    await ended;
    throw error;
  }
  await ended;
  return seriesOf(text, sent);
}

// Replies as "ping -D" prints them: "[1700000000.123456] 64 bytes from …: icmp_seq=7 …".
function seriesOf(text: string, sent: number): PingSeries {
  const replies = [...text.matchAll(/^\[(\d+\.\d+)\].*icmp_seq=(\d+).*time=/gm)].map(([, time, sequence]) => ({
    milliseconds: Number(time) * 1000,
    sequence: Number(sequence),
  }));
  const [first, last] = [replies[0], replies.at(-1)];
  const edges = [((first?.sequence ?? sent) - 1) * 50, (sent - (last?.sequence ?? 0)) * 50];
  const gaps = replies.slice(1).map((reply, index) => reply.milliseconds - replies[index]!.milliseconds);
  const answered = new Set(replies.map((reply) => reply.sequence)).size;
  return { sent, lost: sent - answered, longestGapMs: Math.round(Math.max(50, ...edges, ...gaps)) };
}

// Waits until what a program has printed so far matches; rejects when it ends before.
function printed(child: ChildProcessByStdio<null, Readable, null>, pattern: RegExp): Promise<void> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (pattern.test(text)) resolve();
    });
    child.once('close', () => reject(new Error(`${child.spawnargs.join(' ')} ended early: ${text.slice(-500)}`)));
    child.once('error', reject);
  });
}

/** Tries until `attempt` answers something else than undefined or false, with a growing pause, for at most `seconds`. */
export async function eventually<T>(
  what: string,
  seconds: number,
  attempt: () => Promise<T | undefined | false>,
): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  for (let pause = 5; ; pause = Math.min(pause * 1.5, 250)) {
    const result = await attempt();
    if (result !== undefined && result !== false) return result;
    if (performance.now() > deadline) assert.fail(`not within ${seconds} s: ${what}`);
    await delay(pause);
  }
}

/** A frame that claims to be someone else's, see {@link spoof}. */
export interface SpoofedFrame {
  readonly kind: 'ipv4' | 'arp' | 'ipv6' | 'neighbour-advertisement';
  readonly sourceMac: string;
  readonly sourceAddress: string;
  readonly targetMac: string;
  readonly targetAddress: string;
}

/** Sends `count` raw frames from the interface eth0; Python 3 is in every Debian and speaks AF_PACKET. */
export async function spoof(from: Runner, frame: SpoofedFrame, count = 5): Promise<void> {
  await from('/usr/bin/python3', ['-c', spoofProgram, JSON.stringify({ ...frame, count })]);
}

/** Frames that arrive at an interface of a namespace, as tcpdump prints them: one line each, link-level header first. */
export class Capture {
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  readonly #closed: Promise<unknown>;
  #text = '';
  #notice: () => void = () => {};

  private constructor(child: ChildProcessByStdio<null, Readable, Readable>) {
    this.#child = child;
    this.#closed = once(child, 'close');
    child.stdout.on('data', (chunk: Buffer) => {
      this.#text += chunk.toString();
      this.#notice();
    });
  }

  /** Starts to capture; when this resolves, no later frame is missed. */
  static async start(netns: string, filter = '', device = 'eth0'): Promise<Capture> {
    const tcpdump = ['tcpdump', '-l', '-n', '-e', '-i', device, '-Q', 'in', ...(filter === '' ? [] : [filter])];
    const child = spawn('ip', ['netns', 'exec', netns, ...tcpdump], { stdio: ['ignore', 'pipe', 'pipe'] });
    const capture = new Capture(child);
    let said = '';
    await new Promise<void>((resolve, reject) => {
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('listening on')) resolve();
      });
      child.once('close', () => reject(new Error(`tcpdump ended early: ${said}`)));
    });
    return capture;
  }

  /** Number of frames so far whose line holds all of these texts. */
  count(...texts: readonly string[]): number {
    return this.lines.filter((line) => texts.every((text) => line.includes(text))).length;
  }

  /** The frames so far, as tcpdump printed them. */
  get lines(): readonly string[] {
    return this.#text.split('\n').slice(0, -1);
  }

  /** Waits until `count` frames hold all of these texts; false when they do not within `seconds`. */
  async arrived(count: number, seconds: number, ...texts: readonly string[]): Promise<boolean> {
    const late = delay(seconds * 1000, 'late' as const, { ref: false });
    while (this.count(...texts) < count) {
      const more = new Promise<'more'>((resolve) => {
        this.#notice = () => resolve('more');
      });
      if ((await Promise.race([more, late])) === 'late') return this.count(...texts) >= count;
    }
    return true;
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGINT');
    await this.#closed;
  }
}

/**
 * Proves that a spoofed frame is dropped on its way to the namespace `at`: sends spoofed frames, then honest ones down the same
 * path; when all honest ones have arrived, the spoofed ones would have, too.
 */
export async function assertDropped(
  from: Runner,
  at: string,
  spoofed: SpoofedFrame,
  honest: SpoofedFrame,
): Promise<void> {
  const capture = await Capture.start(at, 'ip or ip6 or arp');
  try {
    const sent = 5;
    await spoof(from, spoofed, sent);
    await spoof(from, honest, sent);
    const control = await capture.arrived(sent, 10, honest.sourceMac, honest.sourceAddress);
    assert.ok(
      control,
      `the control did not arrive: ${honest.kind} frames from ${honest.sourceMac} ${honest.sourceAddress}`,
    );
    const leaked = capture.count(spoofed.sourceMac, spoofed.sourceAddress);
    assert.equal(
      leaked,
      0,
      `${leaked} of ${sent} ${spoofed.kind} frames from ${spoofed.sourceMac} ${spoofed.sourceAddress} came through`,
    );
  } finally {
    await capture.stop();
  }
}

// Sends one raw frame several times; the checksums are right, so that only port security can be what drops it.
const spoofProgram = `
import json, socket, struct, sys
f = json.loads(sys.argv[1])
mac = lambda m: bytes.fromhex(m.replace(':', ''))
ip = lambda a: socket.inet_pton(socket.AF_INET6 if ':' in a else socket.AF_INET, a)
def checksum(data):
    data += b'\\0' * (len(data) % 2)
    total = sum(struct.unpack('!%dH' % (len(data) // 2), data))
    while total >> 16: total = (total & 0xffff) + (total >> 16)
    return ~total & 0xffff
source, target = ip(f['sourceAddress']), ip(f['targetAddress'])
ethernet = lambda kind: mac(f['targetMac']) + mac(f['sourceMac']) + struct.pack('!H', kind)
def icmp6(body):
    pseudo = source + target + struct.pack('!II', len(body), 58)
    return body[:2] + struct.pack('!H', checksum(pseudo + body)) + body[4:]
def ipv6(body, hops):
    return ethernet(0x86dd) + struct.pack('!IHBB', 6 << 28, len(body), 58, hops) + source + target + body
if f['kind'] == 'ipv4':
    echo = struct.pack('!BBHHH', 8, 0, 0, 4711, 1) + b'spoofed!'
    echo = echo[:2] + struct.pack('!H', checksum(echo)) + echo[4:]
    header = struct.pack('!BBHHHBBH', 0x45, 0, 20 + len(echo), 1, 0, 64, 1, 0) + source + target
    header = header[:10] + struct.pack('!H', checksum(header)) + header[12:]
    frame = ethernet(0x0800) + header + echo
elif f['kind'] == 'arp':
    frame = ethernet(0x0806) + struct.pack('!HHBBH', 1, 0x0800, 6, 4, 2) + mac(f['sourceMac']) + source + mac(f['targetMac']) + target
elif f['kind'] == 'ipv6':
    frame = ipv6(icmp6(struct.pack('!BBHHH', 128, 0, 0, 4711, 1) + b'spoofed!'), 64)
else:
    frame = ipv6(icmp6(struct.pack('!BBHI', 136, 0, 0, 0x20000000) + source + b'\\x02\\x01' + mac(f['sourceMac'])), 255)
s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
s.bind(('eth0', 0))
for _ in range(f['count']): s.send(frame)
`;
