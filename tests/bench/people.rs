//! The directory: how well and how fast names are told to be one person's.

use crate::measure::{Absent, Measured, Table, median, once, percentile};
use crate::product::{self, Product};
use rapporteur_core::api::Request;
use rapporteur_tests::duplicates;
use rapporteur_tests::population::{Entry, Population};
use std::path::Path;
use std::time::Duration;

/// People and meetings of the generated population.
const POPULATION: (usize, usize) = (2_000, 300);

/// Seeds of generated populations; each is another two thousand people.
const SEEDS: [u64; 3] = [1, 2, 3];

/// People and meetings of a population with a directory of some five thousand entries.
const MANY: (usize, usize) = (4_700, 100);

/// Every so manieth entry is left out of that directory.
const APART: usize = 100;

/// Names of a list to match.
const LIST: usize = 40;

/// How often a list is matched.
const TIMES: usize = 21;

/// Duplicates in generated populations, and a list matched with a large directory.
pub fn people(table: &mut Table, folder: &Path) -> Measured<()> {
    for seed in SEEDS {
        told(table, folder, seed)?;
    }
    matched(table, folder)
}

fn told(table: &mut Table, folder: &Path, seed: u64) -> Measured<()> {
    let refused = |refusal: rapporteur_core::api::Refusal| Absent(refusal.message);
    let population = Population::grow(POPULATION.0, POPULATION.1, seed);
    let mut library = product::open(&folder.join(format!("population-{seed}.rapporteur")))?;
    let people = duplicates::fill(&mut library, &population).map_err(refused)?;
    let mut told = None;
    let taken = once(|| {
        told = Some(duplicates::judge(&mut library, &population, &people).map_err(refused)?);
        Ok(())
    });
    let told = told.ok_or_else(|| Absent("no duplicates were listed".to_owned()))?;
    let (entries, pairs) = (people.len(), told.pairs);
    table.share(
        &format!("Population {seed}: {pairs} true pairs one after the strong pairs are answered"),
        &Ok(told.recall()),
        0.97,
    );
    let direct = told.found as f64 / pairs.max(1) as f64;
    table.share("  of them marked strong themselves", &Ok(direct), 0.97);
    table.share("  strong pairs that are true", &Ok(told.precision()), 0.9);
    table.tell(&format!("  listing the duplicates of {entries} entries"), &taken);
    Ok(())
}

fn matched(table: &mut Table, folder: &Path) -> Measured<()> {
    let mut product = Product::begin(&folder.join("directory.rapporteur"))?;
    let population = Population::grow(MANY.0, MANY.1, SEEDS[0]);
    let organisation = |entry: &Entry| entry.organisations.last().map(|(_, name)| name.clone());
    let save = |entry: &Entry| Request::SavePerson {
        person: None,
        name: entry.name.clone(),
        role: None,
        status: None,
        organisation: organisation(entry),
        since: None,
    };
    let (listed, known): (Vec<_>, Vec<_>) =
        population.entries.iter().enumerate().partition(|(at, _)| at % APART == APART / 2);
    for (_, entry) in &known {
        product.done(save(entry))?;
    }
    // Some stand in the directory in another spelling, some do not.
    let list: String = listed
        .iter()
        .take(LIST)
        .map(|(_, entry)| {
            format!("{}, {}\n", entry.name.full(), organisation(entry).unwrap_or_default())
        })
        .collect();
    let series = Some(product.series);
    let read = |product: &mut Product| {
        product.done(Request::ReadParticipants { text: list.clone(), series })
    };
    let limit = Duration::from_millis(50);
    let mut cold = Vec::with_capacity(TIMES);
    for (_, new) in listed.iter().skip(LIST).chain(&known).take(TIMES) {
        // Somebody new has the directory drawn anew.
        product.done(save(new))?;
        cold.push(once(|| read(&mut product))?);
    }
    cold.sort();
    let what = format!("Matching a list of {LIST} names with {} entries", known.len());
    table.within(&what, &percentile(&cold, 50), limit);
    let again = median(TIMES, || read(&mut product));
    table.within("  again, while nobody changed", &again, limit);
    Ok(())
}
