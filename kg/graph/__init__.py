"""The graph of all articles: entities, facts, evidence, rules, store, queries, exports."""
