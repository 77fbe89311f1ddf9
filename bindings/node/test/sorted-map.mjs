// The simplest ordered map with transactions there is: an array, copied for each of them.
import { setImmediate as turn } from 'node:timers/promises';

export function sortedMap() {
  let entries = [];
  const place = (all, key) => {
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (Buffer.compare(all[middle][0], key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    async begin() {
      await turn();
      const own = entries.slice();
      const found = (key) => {
        const at = place(own, key);
        return own[at] && Buffer.compare(own[at][0], key) === 0 ? at : -1;
      };
      return {
        async get(key) {
          await null;
          return own[found(key)]?.[1];
        },
        page(from, to, { backwards, limit }) {
          const range = own.slice(place(own, from), place(own, to));
          return (backwards ? range.reverse() : range).slice(0, limit);
        },
        put(key, value) {
          const at = found(key);
          if (at >= 0) own[at] = [key, value];
          else own.splice(place(own, key), 0, [key, value]);
        },
        remove(key) {
          const at = found(key);
          if (at >= 0) own.splice(at, 1);
        },
        async end(keep) {
          await null;
          if (keep) entries = own;
        },
      };
    },
  };
}
