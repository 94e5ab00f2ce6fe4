// One line in a process of its own through which pods come and go; says what memory it needs.
import { ControllerLine } from '../laws/controller-line.ts';
import { config, madeIp, namespace, node, pod, subnet, vpc } from '../laws/objects.ts';
import { NorthboundBed } from '../laws/server.ts';
import { collectGarbage, serve } from './worker.ts';

const abreast = 500;
const bed = await NorthboundBed.create();
const life = new ControllerLine({ endpoint: bed.endpoint });
await bed.write({ op: 'insert', table: 'NB_Global', row: {} });
life.put(config(), vpc('a'), subnet('s', 'a', ['10.1.0.0/16']), namespace('t'), node('n1', '192.0.2.1'));
await life.start();
let made = 0;

serve(
  async ({ cycles }: { readonly cycles: number }) => {
    for (let done = 0; done < cycles; done += abreast) await cycle();
    // What the harness itself keeps of every change is not the product's.
    collectGarbage();
    collectGarbage();
    const { heapUsed, external, rss } = process.memoryUsage();
    return { live: heapUsed + external, rss };
  },
  async () => {
    await life.stop();
    await bed.remove();
  },
);

/** Pods with new names come and go. */
async function cycle(): Promise<void> {
  const objects = Array.from({ length: abreast }, (_, index) => {
    const name = `p${made++}`;
    return [pod('t', name), madeIp('t', name, 's', [`10.1.${(index >> 8) + 1}.${index & 255}`])];
  }).flat();
  life.put(...objects);
  await life.settled();
  for (const each of objects.toReversed()) life.remove(each);
  await life.settled();
  life.sent.length = 0;
  life.committed.length = 0;
}
