/** Edges by where they lead, so that a walk can go backwards. Three numbers an edge: from, to, move. */
export type Backwards = { readonly first: Uint32Array; readonly from: Uint32Array; readonly move: Uint16Array };

export const backwards = (edges: readonly number[], nodes: number): Backwards => {
  const first = new Uint32Array(nodes + 1);
  for (let at = 1; at < edges.length; at += 3) first[(edges[at] as number) + 1]! += 1;
  for (let node = 0; node < nodes; node += 1) first[node + 1]! += first[node] as number;
  const next = first.slice();
  const from = new Uint32Array(edges.length / 3);
  const move = new Uint16Array(edges.length / 3);
  for (let at = 0; at < edges.length; at += 3) {
    const place = next[edges[at + 1] as number]!++;
    from[place] = edges[at] as number;
    move[place] = edges[at + 2] as number;
  }
  return { first, from, move };
};

/** Every state from which one of the goals can be reached by moves that are allowed: 1, or 0. */
export const canReach = (
  { first, from, move }: Backwards,
  goals: Iterable<number>,
  isAllowed: (move: number) => boolean = () => true,
): Uint8Array => {
  const reached = new Uint8Array(first.length - 1);
  const open: number[] = [];
  for (const goal of goals) {
    if (reached[goal] === 1) continue;
    reached[goal] = 1;
    open.push(goal);
  }
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (let at = first[node] as number; at < (first[node + 1] as number); at += 1) {
      const before = from[at] as number;
      if (reached[before] === 1 || !isAllowed(move[at] as number)) continue;
      reached[before] = 1;
      open.push(before);
    }
  }
  return reached;
};
