"use strict";
(() => {
  const { examples, prefixes } = JSON.parse(document.getElementById("data").textContent);
  const { Yasqe } = Yasgui;
  const declared = (query) =>
    Object.entries(prefixes)
      .filter(([name]) => new RegExp(`(^|[^\\w-])${name}:`).test(query) && !new RegExp(`prefix\\s+${name}:`, "i").test(query))
      .map(([name, iri]) => `PREFIX ${name}: <${iri}>\n`)
      .join("") + query;

  // Nothing is looked up elsewhere: the completers for prefixes, properties and classes would ask other sites.
  Yasqe.defaults.autocompleters = ["variables"];
  Yasqe.defaults.value = declared("SELECT * WHERE {\n  ?subject ?predicate ?object .\n} LIMIT 10");
  const endpoint = new URL("/sparql", location.href).href;
  const yasgui = new Yasgui(document.getElementById("yasgui"), {
    requestConfig: { endpoint },
    copyEndpointOnNewTab: false,
    persistenceId: `kg_${location.host}`,
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
  });

  const choice = document.getElementById("examples");
  examples.forEach((example, number) => choice.add(new Option(example.title, number)));
  choice.addEventListener("change", () => {
    if (choice.value === "") return;
    const example = examples[choice.value];
    const tab = yasgui.addTab(true, { name: example.title, requestConfig: { endpoint } });
    tab.setQuery(declared(example.query));
    choice.value = "";
  });
})();
