package org.clientele.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.opencsv.bean.CsvBindByName;
import com.opencsv.bean.CsvDate;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@link ContactsFile} as one declares it for Jackson and for OpenCSV, with the annotated constraint of a contact. */
public class ContactBean {

    @JsonProperty("Name prefix")
    @CsvBindByName(column = "Name prefix")
    public @Nullable String namePrefix;

    @JsonProperty("First name")
    @CsvBindByName(column = "First name")
    public @Nullable String firstName;

    @JsonProperty("Middle name")
    @CsvBindByName(column = "Middle name")
    public @Nullable String middleName;

    @JsonProperty("Last name")
    @CsvBindByName(column = "Last name")
    public @Nullable String lastName;

    @JsonProperty("Name suffix")
    @CsvBindByName(column = "Name suffix")
    public @Nullable String nameSuffix;

    @JsonProperty("Job Title")
    @CsvBindByName(column = "Job Title")
    public @Nullable String jobTitle;

    @JsonProperty("Description")
    @CsvBindByName(column = "Description")
    public @Nullable String description;

    @JsonProperty("Fax")
    @CsvBindByName(column = "Fax")
    public @Nullable String fax;

    @JsonProperty("Skype")
    @CsvBindByName(column = "Skype")
    public @Nullable String skype;

    @JsonProperty("Twitter")
    @CsvBindByName(column = "Twitter")
    public @Nullable String twitter;

    @JsonProperty("Gender")
    @CsvBindByName(column = "Gender")
    public @Nullable String gender;

    @PastOrPresent
    @JsonProperty("Birthday")
    @CsvBindByName(column = "Birthday")
    @CsvDate("yyyy-MM-dd")
    public @Nullable LocalDate birthday;
}
