// "make sweep" removes every test bed whose owner is gone, those kept on purpose included; with the argument "demo" ("make demo-down")
// only beds that were kept as a demo, so that nobody else's is touched.
import { Bed } from './bed.ts';

const label = process.argv[2];
const removed = await Bed.sweep(label === undefined ? 'everything' : { label });
console.log(removed.length === 0 ? 'no such test bed is left' : `removed test beds: ${removed.join(', ')}`);
