/** What is lit: the selected thing with its neighbours, or a way; everything else grows faint. */

/** The look of a scene: {colour, size, selected, lit: {nodes, lines} or null}. */
export function lookOf(scene, state, way) {
  const look = { colour: state.colour, size: state.size, selected: null, lit: null };
  if (way) return { ...look, lit: litBy(scene, isStepOf(way), way) };
  const { selected } = state;
  if (!selected) return look;
  if (selected.kind === "node") {
    const { node } = selected;
    return { ...look, selected: node, lit: litBy(scene, (line) => line.from === node || line.to === node, [node]) };
  }
  const facts = new Set(selected.kind === "fact" ? [selected.fact] : selected.facts);
  const lit = litBy(scene, (line) => line.facts.some((fact) => facts.has(fact)), []);
  return lit.lines.size ? { ...look, lit } : look;
}

function isStepOf(way) {
  const steps = new Set(way.slice(1).flatMap((node, i) => [`${way[i]},${node}`, `${node},${way[i]}`]));
  return (line) => steps.has(`${line.from},${line.to}`);
}

function litBy(scene, isLit, nodes) {
  const lit = { nodes: new Set(nodes), lines: new Set() };
  for (const line of scene.lines.filter(isLit)) {
    lit.lines.add(line.id);
    lit.nodes.add(line.from).add(line.to);
  }
  return lit;
}
