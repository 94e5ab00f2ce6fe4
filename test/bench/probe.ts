// Loaded into a program under measurement before the program itself: answers what a process can only say of itself, at a unix socket.
// GET /: memory after a garbage collection, processor time, and the delay of the event loop since the last time. GET /profile/start, and
// /profile/stop answers the CPU profile of what was between them, or since the start with BENCH_PROFILE in the environment. With BENCH_HEAP
// in the environment GET /heap says which functions made what is alive, by samples of all that was ever made.
import { createServer } from 'node:http';
import { type HeapProfiler, type Profiler, Session } from 'node:inspector/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** What a process says of itself. Bytes, seconds, milliseconds. */
export interface Vitals {
  /** Live objects on the heap and in buffers. */
  readonly live: number;
  readonly rss: number;
  readonly cpu: number;
  readonly delayP50: number;
  readonly delayP99: number;
  readonly delayMax: number;
}

/** Milliseconds between two looks at the event loop; the histogram holds the whole distance, so this much is no delay. */
const resolution = 2;
/** Mean bytes between two samples of the heap. */
const sampleBytes = 4096;

const path = process.env.BENCH_PROBE;
if (path !== undefined) {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  const session = new Session();
  const startProfile = async () => {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
  };
  if (process.env.BENCH_PROFILE !== undefined) await startProfile();
  const heap = new Session();
  if (process.env.BENCH_HEAP !== undefined) {
    heap.connect();
    await heap.post('HeapProfiler.startSampling', { samplingInterval: sampleBytes });
  }
  createServer(async ({ url }, response) => {
    if (url === '/profile/start') {
      await startProfile();
      response.end();
      return;
    }
    if (url === '/profile/stop') {
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      response.end(JSON.stringify(profile satisfies Profiler.Profile));
      return;
    }
    if (url === '/heap') {
      // Twice here, too: a sample goes when its object's weak reference is told, in a turn after the collection.
      for (let times = 0; times < 2; times++) {
        await heap.post('HeapProfiler.collectGarbage');
        await nextTurn();
      }
      const { profile } = await heap.post('HeapProfiler.getSamplingProfile');
      response.end(JSON.stringify(profile satisfies HeapProfiler.SamplingHeapProfile));
      return;
    }
    const milliseconds = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution);
    const delays = {
      delayP50: milliseconds(delay.percentile(50)),
      delayP99: milliseconds(delay.percentile(99)),
      delayMax: milliseconds(delay.max),
    };
    const { user, system } = process.cpuUsage();
    // Twice: what the first collection lets go of (finalizers, weak references) the second one frees.
    const { gc } = globalThis as { gc?: () => void };
    gc?.();
    gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    const vitals: Vitals = { live: heapUsed + external, rss, cpu: (user + system) / 1e6, ...delays };
    response.end(JSON.stringify(vitals));
    // The collection was ours.
    setImmediate(() => delay.reset());
  })
    .listen(path)
    .unref();
}
