/** The first views as Python laid them out, and which of them there is room for. */

const ROOM = 10500; // square pixels for an entity with its label and the names of its relations

/** The views, the smallest first, each as a Map from entity to [x, y]; `first` is the one to begin with. */
export function readOpening({ nodes, smaller, options, shapes, hollow }, area) {
  const lists = [...smaller, nodes.map(({ id, x, y }) => [id, x, y])];
  const views = lists.map((list) => new Map(list.map(([node, x, y]) => [node, [x, y]])));
  const fitting = views.filter((view) => view.size * ROOM <= area);
  return { options, shapes, hollow: new Set(hollow), views, first: fitting[fitting.length - 1] || views[0] };
}
