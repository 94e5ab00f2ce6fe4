// "make sweep" and "make demo-down": removes every test bed whose owner is gone, those kept on purpose included.
import { Bed } from './bed.ts';

const removed = await Bed.sweep(true);
console.log(removed.length === 0 ? 'no test bed is left over' : `removed test beds: ${removed.join(', ')}`);
