//! The structure tree: what assistive technology reads.

/// An element of the tree.
#[derive(Debug)]
pub(super) struct Node {
    pub role: &'static str,
    pub parent: usize,
    pub kids: Vec<Kid>,
}

/// What an element holds, in reading order.
#[derive(Debug)]
pub(super) enum Kid {
    Node(usize),
    /// Marked content: page and identifier on it.
    Content(usize, usize),
    /// A link annotation, by its number.
    Link(usize),
}

/// The tree; node 0 is the document.
pub(super) struct Tree {
    pub nodes: Vec<Node>,
    last_level: u8,
}

impl Tree {
    pub(super) fn new() -> Self {
        Self { nodes: vec![Node { role: "Document", parent: 0, kids: Vec::new() }], last_level: 0 }
    }

    pub(super) fn add(&mut self, parent: usize, role: &'static str) -> usize {
        let id = self.nodes.len();
        self.nodes.push(Node { role, parent, kids: Vec::new() });
        self.nodes[parent].kids.push(Kid::Node(id));
        id
    }

    /// A heading; levels are never skipped downwards (ISO 14289-1, 7.4.2).
    pub(super) fn add_heading(&mut self, level: u8) -> usize {
        self.last_level = level.min(self.last_level + 1);
        let role = ["H1", "H2", "H3", "H4"][usize::from(self.last_level.clamp(1, 4) - 1)];
        self.add(0, role)
    }

    pub(super) fn has(&mut self, node: usize, kid: Kid) {
        self.nodes[node].kids.push(kid);
    }
}

impl Tree {
    /// A link within an element; it takes its place in the reading order when it is drawn.
    pub(super) fn add_link(&mut self, parent: usize) -> usize {
        let id = self.nodes.len();
        self.nodes.push(Node { role: "Link", parent, kids: Vec::new() });
        id
    }
}
