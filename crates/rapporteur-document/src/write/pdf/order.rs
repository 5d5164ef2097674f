//! Numbering the objects of the file as its reader meets them, without those that nothing leads
//! to: the same report has the same numbers. lopdf's own way takes a minute for a long list.

use lopdf::{Document, Object, ObjectId};
use std::collections::HashMap;

/// Numbers every object that can be reached from the trailer, and removes the others.
pub(super) fn number(document: &mut Document) {
    let mut order: Vec<ObjectId> = Vec::new();
    let mut numbers: HashMap<ObjectId, ObjectId> = HashMap::new();
    let mut meet = |reference: &mut ObjectId, order: &mut Vec<ObjectId>| {
        *reference = *numbers.entry(*reference).or_insert_with(|| {
            order.push(*reference);
            (u32::try_from(order.len()).unwrap_or(u32::MAX), 0)
        });
    };
    for (_, value) in document.trailer.iter_mut() {
        each_reference(value, &mut |reference| meet(reference, &mut order));
    }
    let mut at = 0;
    let mut objects = std::mem::take(&mut document.objects);
    while let Some(old) = order.get(at).copied() {
        at += 1;
        let mut object = objects.remove(&old).unwrap_or(Object::Null);
        each_reference(&mut object, &mut |reference| meet(reference, &mut order));
        let number = u32::try_from(at).unwrap_or(u32::MAX);
        document.objects.insert((number, 0), object);
    }
    document.max_id = u32::try_from(order.len()).unwrap_or(u32::MAX);
}

fn each_reference(object: &mut Object, see: &mut impl FnMut(&mut ObjectId)) {
    match object {
        Object::Reference(reference) => see(reference),
        Object::Array(items) => items.iter_mut().for_each(|item| each_reference(item, see)),
        Object::Dictionary(dictionary) => {
            dictionary.iter_mut().for_each(|(_, value)| each_reference(value, see));
        }
        Object::Stream(stream) => {
            stream.dict.iter_mut().for_each(|(_, value)| each_reference(value, see));
        }
        _ => {}
    }
}
