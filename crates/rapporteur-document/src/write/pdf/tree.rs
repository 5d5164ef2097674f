//! The structure tree: what assistive technology reads.

/// An element of the tree.
#[derive(Debug)]
pub(super) struct Node {
    pub role: &'static str,
    pub parent: usize,
    pub kids: Vec<Kid>,
    pub figure: Option<Figure>,
}

/// What a picture shows, and where it stands.
#[derive(Debug)]
pub(super) struct Figure {
    pub alternative_text: String,
    /// Left, bottom, right, top in points from the lower left corner; known once it is drawn.
    pub rectangle: [f32; 4],
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

impl Node {
    fn new(role: &'static str, parent: usize) -> Self {
        Self { role, parent, kids: Vec::new(), figure: None }
    }
}

impl Tree {
    pub(super) fn new() -> Self {
        Self { nodes: vec![Node::new("Document", 0)], last_level: 0 }
    }

    pub(super) fn add(&mut self, parent: usize, role: &'static str) -> usize {
        let id = self.nodes.len();
        self.nodes.push(Node::new(role, parent));
        self.nodes[parent].kids.push(Kid::Node(id));
        id
    }

    /// A picture with the words that stand for it (ISO 14289-1, 7.3).
    pub(super) fn add_figure(&mut self, alternative_text: &str) -> usize {
        let id = self.add(0, "Figure");
        let alternative_text = alternative_text.to_owned();
        self.nodes[id].figure = Some(Figure { alternative_text, rectangle: [0.0; 4] });
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
        self.nodes.push(Node::new("Link", parent));
        id
    }
}
