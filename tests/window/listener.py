"""What a screen reader would be told of the window: its accessibility tree, from the system's bus.

Called by listener.rs, with the accessibility bus of one journey. Prints one JSON array of
{depth, role, name, states}, in the order of the tree. Needs gir1.2-atspi-2.0 and python3-gi.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

DEEPEST = 80


def walk(node, depth, nodes):
    """Adds a node and everything below it; what goes away meanwhile is left out."""
    try:
        states = [state.value_nick for state in node.get_state_set().get_states()]
        nodes.append({"depth": depth, "role": node.get_role_name(), "name": node.get_name(), "states": states})
        count = node.get_child_count() if depth < DEEPEST else 0
        children = [node.get_child_at_index(at) for at in range(count)]
    except GLib.Error:
        return
    for child in children:
        if child is not None:
            walk(child, depth + 1, nodes)


Atspi.init()
nodes = []
walk(Atspi.get_desktop(0), 0, nodes)
json.dump(nodes, sys.stdout)
