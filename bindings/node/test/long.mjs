// What only `tests/run --long` does in full.

export const isLong = Boolean(process.env.PARTNERKIT_LONG);

/** The whole list in a long run, otherwise every eighth element. */
export const someOf = (list) => (isLong ? list : list.filter((_, n) => n % 8 === 0));
