// Datagrams to many addresses, whether anybody is there or not: what hits a pod in its first moments.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** A running flood. */
export class DatagramFlood {
  readonly #child: ChildProcessByStdio<null, Readable, null>;
  readonly #ended: Promise<unknown>;
  #text = '';

  private constructor(child: ChildProcessByStdio<null, Readable, null>) {
    this.#child = child;
    this.#ended = once(child, 'close');
    child.stdout.on('data', (chunk: Buffer) => {
      this.#text += chunk.toString();
    });
  }

  /**
   * Starts to send to a UDP port of each address, 50 times a second. Neighbours are set by hand, so that packets leave before anybody answers for the address:
   * the MACs are those that the product derives from IPv4 addresses, which stand before the IPv6 address of the same pod.
   */
  static async start(netns: string, addresses: readonly string[], port: number): Promise<DatagramFlood> {
    const args = ['netns', 'exec', netns, '/usr/bin/python3', '-c', program, JSON.stringify({ addresses, port })];
    const child = spawn('ip', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const flood = new DatagramFlood(child);
    await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
    return flood;
  }

  /** Ends it. @returns how many packets were sent */
  async stop(): Promise<number> {
    this.#child.kill('SIGTERM');
    await this.#ended;
    return Number(/sent (\d+)/.exec(this.#text)?.[1] ?? 0);
  }
}

const program = `
import json, signal, socket, subprocess, sys, time
config = json.loads(sys.argv[1])
mac = ''
for address in config['addresses']:
    if ':' not in address:
        mac = '0a:58:' + ':'.join('%02x' % int(part) for part in address.split('.'))
    subprocess.run(['ip', 'neigh', 'replace', address, 'lladdr', mac, 'dev', 'eth0', 'nud', 'permanent'], check=True)
sockets = {False: socket.socket(socket.AF_INET, socket.SOCK_DGRAM), True: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)}
sent = 0
def end(*_):
    print('sent', sent, flush=True)
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
print('ready', flush=True)
while True:
    for address in config['addresses']:
        try:
            sockets[':' in address].sendto(b'x', (address, config['port']))
            sent += 1
        except OSError:
            pass
    time.sleep(0.02)
`;
